/**
 * The options that all adapters share, described once: {@link
 * io.github.paradigmreporting.core.settings.Settings#ALL}. How a setting is spelled in an ecosystem is a rule ({@link
 * io.github.paradigmreporting.core.settings.Spelling}), not a list.
 */
@NullMarked
package io.github.paradigmreporting.core.settings;

import org.jspecify.annotations.NullMarked;
