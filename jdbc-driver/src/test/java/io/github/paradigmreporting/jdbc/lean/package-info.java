/** Tests of the closures. */
@NullMarked
package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.NullMarked;
