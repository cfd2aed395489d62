/**
 * What the driver shows as tables, without any SQL engine: connecting and browsing need only this. Built from {@link
 * io.github.paradigmreporting.core.report.Reports#ALL}.
 */
@NullMarked
package io.github.paradigmreporting.jdbc.table;

import org.jspecify.annotations.NullMarked;
