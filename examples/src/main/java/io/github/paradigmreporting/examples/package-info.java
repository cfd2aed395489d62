/** Small runnable programs, one idea each. */
@NullMarked
package io.github.paradigmreporting.examples;

import org.jspecify.annotations.NullMarked;
