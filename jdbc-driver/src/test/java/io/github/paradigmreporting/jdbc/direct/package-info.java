@NullMarked
package io.github.paradigmreporting.jdbc.direct;

import org.jspecify.annotations.NullMarked;
