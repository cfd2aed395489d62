package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Row;
import java.util.stream.Stream;

/** Makes up the rows of one report for one company and day, lazily. */
@FunctionalInterface
interface RowSource {
    Stream<? extends Row> rows(CompanyDay day);
}
