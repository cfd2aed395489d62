/**
 * The tables: every report, described once. Adapters, simulator and docs loop over {@link
 * io.github.paradigmreporting.core.report.Reports#ALL} and never name a report of their own.
 */
@NullMarked
package io.github.paradigmreporting.core.report;

import org.jspecify.annotations.NullMarked;
