/** The reports, the client that fetches them, and what every adapter shares. */
@NullMarked
package io.github.paradigmreporting.core;

import org.jspecify.annotations.NullMarked;
