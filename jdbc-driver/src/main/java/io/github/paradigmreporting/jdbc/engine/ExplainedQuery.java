package io.github.paradigmreporting.jdbc.engine;

import java.sql.Types;
import java.util.List;

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
        List<String> lines = query.explain(execution);
        return new ListCursor(execution, () -> lines.stream().map(List::of).iterator());
    }
}
