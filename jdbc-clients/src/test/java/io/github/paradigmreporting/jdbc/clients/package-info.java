/** Tools of other people, at work with the driver's jar. */
@NullMarked
package io.github.paradigmreporting.jdbc.clients;

import org.jspecify.annotations.NullMarked;
