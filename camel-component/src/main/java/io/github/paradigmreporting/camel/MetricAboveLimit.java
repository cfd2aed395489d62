package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a metric of a row, which the body holds as a map, is above a limit; the condition of the alert Kamelet. Refuses a
 * metric that the report does not have, since an alert on it would never come.
 */
public final class MetricAboveLimit implements Predicate {
    private @Nullable String report;
    private @Nullable String metric;
    private @Nullable String limit;
    private String column = "";
    private BigDecimal most = BigDecimal.ZERO;

    /** A condition whose three properties are set before {@link #check()}. */
    public MetricAboveLimit() {}

    /**
     * Checks the properties; called once they are set.
     *
     * @throws IllegalArgumentException when the report has no such metric, or the limit is no number
     */
    public void check() {
        column = column(Reports.named(String.valueOf(report)), String.valueOf(metric));
        try {
            most = new BigDecimal(String.valueOf(limit).trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("limit is '" + limit + "'; expected a number such as 30 or 0.5", e);
        }
    }

    private static <R extends Row> String column(Report<R> report, String metric) {
        List<String> metrics = report.columns().stream()
                .filter(column ->
                        !column.key() && (column.type() == ColumnType.BIGINT || column.type() == ColumnType.DOUBLE))
                .map(Column::name)
                .toList();
        return metrics.stream()
                .filter(name -> plain(name).equals(plain(metric)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("metric is '" + metric + "', which is no figure of "
                        + report + "; there are " + String.join(", ", metrics)));
    }

    /** A record's component and the column of the same figure are spelled sessionsCount and sessions_count. */
    private static String plain(String name) {
        return name.trim().replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean matches(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Map<?, ?> row
                && row.get(column) instanceof Number value
                && new BigDecimal(value.toString()).compareTo(most) > 0;
    }

    /**
     * Sets the report.
     *
     * @param report its name
     */
    public void setReport(String report) {
        this.report = report;
    }

    /**
     * Sets the metric.
     *
     * @param metric name of the column
     */
    public void setMetric(String metric) {
        this.metric = metric;
    }

    /**
     * Sets the limit.
     *
     * @param limit a number
     */
    public void setLimit(String limit) {
        this.limit = limit;
    }
}
