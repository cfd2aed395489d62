package io.github.paradigmreporting.jdbc.engine;

import java.sql.Types;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** EXPLAIN PLAN FOR: the plan, and which days of which report it would ask for, a line each. Asks for none. */
final class ExplainedQuery implements PlannedQuery {
    private final CalcitePlan query;

    ExplainedQuery(CalcitePlan query) {
        this.query = query;
    }

    @Override
    public List<ResultColumn> columns() {
        return List.of(new ResultColumn("PLAN", null, null, Types.VARCHAR, "VARCHAR", 0, 0, false));
    }

    @Override
    public List<ResultColumn> parameters() {
        return query.parameters();
    }

    @Override
    public RowCursor execute(Execution execution) {
        Iterator<String> lines = query.explain(execution).iterator();
        return new RowCursor() {
            private @Nullable Object[] row = {};

            @Override
            public boolean next() {
                if (!lines.hasNext()) {
                    return false;
                }
                row = new Object[] {lines.next()};
                return true;
            }

            @Override
            public @Nullable Object[] row() {
                return row;
            }

            @Override
            public void close() {
                execution.close();
            }
        };
    }
}
