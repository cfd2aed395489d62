/**
 * The rows: one record per report, as plain values.
 *
 * <p>Counts are nullable 64-bit integers, averages nullable doubles, days are dates without any zone, instants are UTC.
 * {@code null} means that the API did not say, which is not the same as zero. Constructors are not API: a report that
 * gains a field gains a component.
 */
@NullMarked
package io.github.paradigmreporting.core.model;

import org.jspecify.annotations.NullMarked;
