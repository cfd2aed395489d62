package io.github.paradigmreporting.jdbc.engine;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** EXPLAIN PLAN FOR: the plan, and which days of which report it would ask for, a line each. Asks for none. */
final class ExplainedQuery implements PlannedQuery {
    private static final String NOT_RUN = "(not run: EXPLAIN shows what would be read; system.requests shows what was)";

    private final CalcitePlan query;
    private final boolean analyzed;

    /** A plan to be shown; with analyzed, ANALYZE wanted the query to be run as well. */
    ExplainedQuery(CalcitePlan query, boolean analyzed) {
        this.query = query;
        this.analyzed = analyzed;
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
    public boolean isTyped(int parameter) {
        return query.isTyped(parameter);
    }

    @Override
    public RowCursor execute(Execution execution) {
        List<String> lines = new ArrayList<>(query.explain(execution));
        if (analyzed) {
            lines.add(NOT_RUN);
        }
        return new ListCursor(execution, () -> lines.stream().map(List::of).iterator());
    }
}
