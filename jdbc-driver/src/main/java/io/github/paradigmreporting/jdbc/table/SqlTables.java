package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every table there is, in the order of the reports. */
public final class SqlTables {
    /** Name of the one schema. */
    public static final String SCHEMA = "paradigm";

    /** The companies, one row each. */
    public static final SqlTable COMPANIES = new SqlTable(
            "companies",
            new TableSource.OfCompanies(),
            "Companies that the key may see, one row each.",
            List.of(
                    new SqlColumn("company_id", ColumnType.BIGINT, false, "Identifier of the company."),
                    new SqlColumn("company_name", ColumnType.TEXT, true, "Name of the company; it may change.")),
            List.of("company_id"),
            List.of());

    /** All tables: the reports in their order, then what they refer to, then the views. */
    public static final List<SqlTable> ALL = all();

    private SqlTables() {}

    /**
     * The table of a name in any case.
     *
     * @param name the name
     * @return the table, or empty
     */
    public static Optional<SqlTable> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (SqlTable table : ALL) {
            if (table.name().equals(wanted)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private static List<SqlTable> all() {
        List<SqlTable> all = new ArrayList<>();
        for (Report<?> report : Reports.ALL) {
            all.add(of(report));
        }
        all.add(COMPANIES);
        all.add(Calendar.TABLE);
        all.addAll(Views.ALL);
        return List.copyOf(all);
    }

    private static SqlTable of(Report<?> report) {
        List<SqlColumn> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        List<ForeignKey> references = new ArrayList<>();
        for (Column<?> column : report.columns()) {
            columns.add(SqlColumn.of(column));
            if (column.key()) {
                key.add(column.name());
                // Every report's company is one of the companies, every report's day one of the calendar's.
                for (SqlTable other : List.of(COMPANIES, Calendar.TABLE)) {
                    if (other.key().equals(List.of(column.name()))) {
                        references.add(new ForeignKey(column.name(), other.name(), column.name()));
                    }
                }
            }
        }
        return new SqlTable(
                report.name(), new TableSource.OfReport(report), report.description(), columns, key, references);
    }
}
