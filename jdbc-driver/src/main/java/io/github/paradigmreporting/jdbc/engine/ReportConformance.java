package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/**
 * What SQL is accepted: Calcite's lenient set. Not BABEL, which fails on queries that Tableau sends and answers an
 * unknown column with a message about something else.
 */
final class ReportConformance extends SqlDelegatingConformance {
    static final ReportConformance INSTANCE = new ReportConformance();

    private ReportConformance() {
        super(SqlConformanceEnum.LENIENT);
    }

    /** {@code CAST(TRUE AS INTEGER)}. */
    @Override
    public boolean allowLenientCoercion() {
        return true;
    }
}
