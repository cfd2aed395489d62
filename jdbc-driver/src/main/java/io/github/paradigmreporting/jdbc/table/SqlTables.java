package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static final List<SqlTable> ALL = Stream.of(
                    Reports.ALL.stream().map(SqlTables::of), Stream.of(COMPANIES, Calendar.TABLE), Views.ALL.stream())
            .flatMap(tables -> tables)
            .toList();

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
                foreignKeys(report));
    }

    /** Every report's company is one of the companies, every report's day one of the calendar's. */
    private static List<ForeignKey> foreignKeys(Report<?> report) {
        return report.key().stream()
                .flatMap(column -> Stream.of(COMPANIES, Calendar.TABLE)
                        .filter(table -> table.key().equals(List.of(column.name())))
                        .map(table -> new ForeignKey(column.name(), table.name(), column.name())))
                .collect(Collectors.toList());
    }
}
