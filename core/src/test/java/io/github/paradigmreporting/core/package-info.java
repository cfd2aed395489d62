/** Rules about core as a whole. */
@NullMarked
package io.github.paradigmreporting.core;

import org.jspecify.annotations.NullMarked;
