/** Tests of the tier without a SQL engine. */
@NullMarked
package io.github.paradigmreporting.jdbc.direct;

import org.jspecify.annotations.NullMarked;
