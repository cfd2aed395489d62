/**
 * The day store: what was fetched once is not fetched again. Days already fetched are kept in memory, and one fetch at a
 * time serves everybody who asks for the same days; see {@link io.github.paradigmreporting.core.store.DayStore}.
 */
@NullMarked
package io.github.paradigmreporting.core.store;

import org.jspecify.annotations.NullMarked;
