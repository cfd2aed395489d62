package io.github.paradigmreporting.core.docs;

import static io.github.paradigmreporting.core.docs.Page.code;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.report.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** docs/tables.md: every report as a table, from the list that everything else is derived from. */
final class TablesPage {
    private TablesPage() {}

    static String text() {
        Page page = new Page()
                .line("# Tables")
                .empty()
                .line("Generated from `Reports.ALL`; do not edit.")
                .empty()
                .line(
                        "Each report of the API is one table: an SQL table, a Kafka topic, a Camel endpoint. Names are the API's")
                .line(
                        "own. Counts are 64-bit integers, averages are doubles, days are dates without any zone, instants are")
                .line(
                        "UTC. Only key columns are never null. A metric that is not summable must not be added up over days.")
                .line(
                        "Paths are those of the answer's JSON; `[]` marks a nested array, `?` a parameter of the request.")
                .empty()
                .head("Table", "API", "A row is")
                .rows(Reports.ALL.stream()
                        .map(report -> List.of(
                                "[" + report.name() + "](#" + report.name() + ")",
                                code(report.endpoint()),
                                report.description()))
                        .toList());
        Reports.ALL.forEach(report -> describe(page, report));
        return page.toString();
    }

    private static void describe(Page page, Report<?> report) {
        page.empty()
                .line("## " + report.name())
                .empty()
                .line(report.description() + " From `GET /api/v2/reporting/" + report.endpoint() + "/`, array "
                        + code(report.rowsField()) + ". Key: "
                        + report.key().stream()
                                .map(column -> code(column.name()))
                                .collect(Collectors.joining(", ")) + ".");
        if (report.grain() == Grain.WINDOW) {
            page.line("Counted for the whole window asked: another window is another question.");
        }
        page.empty().head("Column", "Type", "Null", "Unit", "Summable", "Path", "Meaning");
        report.columns().forEach(column -> page.row(cells(column)));
    }

    private static List<String> cells(Column<?> column) {
        boolean metric = column.unit() != Unit.NONE;
        return List.of(
                code(column.name()),
                column.type().name(),
                column.nullable() ? "yes" : "key",
                column.unit().symbol(),
                metric ? (column.additive() ? "yes" : "no") : "",
                code(column.path()),
                column.description());
    }
}
