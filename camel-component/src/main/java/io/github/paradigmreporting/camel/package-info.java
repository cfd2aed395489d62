/** The reports as Camel messages: a Camel component. */
@NullMarked
package io.github.paradigmreporting.camel;

import org.jspecify.annotations.NullMarked;
