package io.github.paradigmreporting.jdbc.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Predicate1;
import org.jspecify.annotations.Nullable;

/** What generated code calls: a {@link TableRun} as Calcite wants it. Public only because that code lives elsewhere. */
public final class ScanRuntime {
    private ScanRuntime() {}

    /**
     * Decides what a scan reads; reads it when the rows are enumerated.
     *
     * @param root the run
     * @param spec what is read as far as the plan knows
     * @param scalar whether a row of one column is its value and not an array
     * @param tests a test of a day per day column of the spec
     * @param companies company ids, looked at when the spec says so
     * @return the rows
     */
    public static Enumerable<?> scan(
            DataContext root, ScanSpec spec, boolean scalar, Predicate1<Integer>[] tests, Object[] companies) {
        List<IntPredicate> dayTests =
                Arrays.stream(tests).<IntPredicate>map(test -> test::apply).toList();
        TableRun run = TableRun.of(((ExecutionContext) root).execution(), spec, dayTests, Arrays.asList(companies));
        return new AbstractEnumerable<Object>() {
            @Override
            public Enumerator<Object> enumerator() {
                return new CursorEnumerator(run, scalar);
            }
        };
    }

    /**
     * A value as an object; what generated code cannot say of a primitive in an array of objects.
     *
     * @param value the value
     * @return the value
     */
    public static @Nullable Object box(@Nullable Object value) {
        return value;
    }
}
