/** The reports as SQL tables: Calcite plans, Avatica is the JDBC framework. */
@NullMarked
package io.github.paradigmreporting.jdbc;

import org.jspecify.annotations.NullMarked;
