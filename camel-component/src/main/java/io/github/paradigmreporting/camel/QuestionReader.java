package io.github.paradigmreporting.camel;

import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_COMPANIES;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_END_DATE;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_REPORT;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_START_DATE;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.InvalidQueryException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.DayExpression;
import io.github.paradigmreporting.core.settings.SettingTypes;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Reads what a message asks for: the endpoint's options, overridden by the message's headers. Immutable. */
final class QuestionReader {
    private final Report<?> report;
    private final SettingValues settings;
    private final DayExpression endDate;
    private final Clock clock;

    QuestionReader(Report<?> report, SettingValues settings, @Nullable String endDate, Clock clock) {
        this.report = report;
        this.settings = settings;
        try {
            this.endDate = DayExpression.parse(endDate == null ? "today" : endDate);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("endDate is '" + endDate + "': " + e.getMessage(), e);
        }
        this.clock = clock;
    }

    /** The question, for today as it is now. */
    ReportQuery<? extends Row> of(Message message) {
        LocalDate today = LocalDate.now(clock.withZone(settings.require(Settings.ZONE)));
        LocalDate to = day(message, QUERY_END_DATE, endDate, today);
        LocalDate from = day(message, QUERY_START_DATE, settings.require(Settings.START_DATE), today);
        return query(read(message, QUERY_REPORT, Reports::named, report), from, to)
                .ofCompanies(companies(message));
    }

    private static <R extends Row> ReportQuery<R> query(Report<R> report, LocalDate from, LocalDate to) {
        return ReportQuery.of(report, from, to);
    }

    private LocalDate day(Message message, String header, DayExpression otherwise, LocalDate today) {
        return read(message, header, DayExpression::parse, otherwise).resolve(today);
    }

    private Set<Long> companies(Message message) {
        Set<Long> option = settings.get(Settings.COMPANIES);
        return read(message, QUERY_COMPANIES, SettingTypes.COMPANIES.parser(), option == null ? Set.of() : option);
    }

    private static <T> T read(Message message, String header, Function<String, T> parser, T otherwise) {
        // A list of ids is as good as a text of them.
        String text = message.getHeader(header) instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                : message.getHeader(header, String.class);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return parser.apply(text.trim());
        } catch (IllegalArgumentException e) {
            throw new InvalidQueryException("header " + header + " is '" + text + "': " + e.getMessage(), e);
        }
    }
}
