package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;

/** Where the rows of a table come from. */
public sealed interface TableSource {
    /**
     * What the days asked for mean to the rows.
     *
     * @return the grain
     */
    Grain grain();

    /**
     * A report, asked of the instance.
     *
     * @param report the report
     */
    record OfReport(Report<?> report) implements TableSource {
        @Override
        public Grain grain() {
            return report.grain();
        }
    }

    /** The companies that the key may see, from the reports. */
    record OfCompanies() implements TableSource {
        @Override
        public Grain grain() {
            return Grain.WINDOW;
        }
    }

    /** Days, made up here; no request. */
    record OfCalendar() implements TableSource {
        @Override
        public Grain grain() {
            return Grain.DAY;
        }
    }

    /**
     * A view: a query of other tables.
     *
     * @param sql the query
     */
    record OfQuery(String sql) implements TableSource {
        @Override
        public Grain grain() {
            return Grain.DAY;
        }
    }

    /** What the driver knows of itself; no request. */
    record OfDriver() implements TableSource {
        @Override
        public Grain grain() {
            return Grain.WINDOW;
        }
    }
}
