package io.github.paradigmreporting.jdbc.engine;

import java.sql.Types;
import java.util.Collections;
import java.util.List;

/** A query whose columns hang on the types of its parameters' values: {@code SELECT ? + INTERVAL '1' DAY}. */
final class UntypedQuery implements PlannedQuery {
    private static final ResultColumn ANYTHING =
            new ResultColumn("?", null, null, Types.VARCHAR, "VARCHAR", 0, 0, true);

    private final int parameters;

    UntypedQuery(int parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<ResultColumn> columns() {
        return List.of();
    }

    @Override
    public List<ResultColumn> parameters() {
        return Collections.nCopies(parameters, ANYTHING);
    }

    @Override
    public boolean isTyped(int parameter) {
        return false;
    }

    @Override
    public boolean isPlanned() {
        return false;
    }

    @Override
    public RowCursor execute(Execution execution) {
        throw new IllegalStateException("the query has no plan before its parameters have values");
    }
}
