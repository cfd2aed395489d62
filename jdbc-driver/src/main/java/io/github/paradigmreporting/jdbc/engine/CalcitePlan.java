package io.github.paradigmreporting.jdbc.engine;

import java.util.List;

/** A query that Calcite has understood, and that says how it would run. */
interface CalcitePlan extends PlannedQuery {
    /** The plan as text, with what it would read now; reads nothing. */
    List<String> explain(Execution execution);
}
