package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every table there is, in the order of the reports. */
public final class SqlTables {
    /** Name of the one schema. */
    public static final String SCHEMA = "paradigm";

    /** All tables. */
    public static final List<SqlTable> ALL =
            Reports.ALL.stream().map(SqlTables::of).toList();

    private SqlTables() {}

    /**
     * The table of a name in any case.
     *
     * @param name the name
     * @return the table, or empty
     */
    public static Optional<SqlTable> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(table -> table.name().equals(wanted)).findFirst();
    }

    private static SqlTable of(Report<?> report) {
        return new SqlTable(
                report.name(),
                new TableSource.OfReport(report),
                report.description(),
                report.columns().stream().map(SqlColumn::of).collect(Collectors.toList()),
                report.key().stream().map(Column::name).collect(Collectors.toList()),
                List.of());
    }
}
