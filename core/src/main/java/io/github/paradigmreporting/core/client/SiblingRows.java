package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.util.List;

/**
 * The rows of a report that came with the answer to a question about its sibling: they answer the same question about this
 * report, and cost no request of their own.
 *
 * @param report the report nobody asked about
 * @param rows all of its rows, every column filled
 * @param <R> the row type
 */
public record SiblingRows<R extends Row>(Report<R> report, List<R> rows) {}
