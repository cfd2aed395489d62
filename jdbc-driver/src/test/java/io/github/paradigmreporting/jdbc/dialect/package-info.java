/** Tests of what statements are before they are parsed. */
@NullMarked
package io.github.paradigmreporting.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
