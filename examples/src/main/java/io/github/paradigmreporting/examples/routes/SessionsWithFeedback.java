package io.github.paradigmreporting.examples.routes;

import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_COMPANIES;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_END_DATE;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.QUERY_START_DATE;

import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.SessionsDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One message for a company's day with its sessions and its feedback, whenever either is new or restated. The rows that
 * changed ask for their partners, a whole batch by one request; nothing waits in memory for a partner that may never come.
 */
public final class SessionsWithFeedback extends RouteBuilder {
    /** The routes. */
    public SessionsWithFeedback() {}

    @Override
    public void configure() {
        from("paradigm-reporting:sessions?batchSize=500&delay={{poll:1h}}")
                .process(SessionsWithFeedback::askForTheSameDays)
                .enrich("paradigm-reporting:feedback", SessionsWithFeedback::join)
                .to("direct:together");

        from("paradigm-reporting:feedback?batchSize=500&delay={{poll:1h}}")
                .process(SessionsWithFeedback::askForTheSameDays)
                .enrich("paradigm-reporting:sessions", SessionsWithFeedback::join)
                .to("direct:together");

        from("direct:together").split(body()).to("direct:day");
    }

    /**
     * A company's day.
     *
     * @param sessions its sessions; null when only feedback was given
     * @param feedback its feedback; null when none was given
     */
    public record Together(
            @Nullable SessionsDay sessions, @Nullable FeedbackDay feedback) {}

    private static void askForTheSameDays(Exchange exchange) {
        Message message = exchange.getMessage();
        List<DayRow> rows = rows(message);
        message.setHeader(
                QUERY_START_DATE,
                rows.stream().map(DayRow::date).min(LocalDate::compareTo).orElseThrow());
        message.setHeader(
                QUERY_END_DATE,
                rows.stream().map(DayRow::date).max(LocalDate::compareTo).orElseThrow());
        message.setHeader(
                QUERY_COMPANIES, rows.stream().map(DayRow::companyId).distinct().toList());
    }

    private static Exchange join(Exchange changed, Exchange answer) {
        Map<List<Object>, DayRow> partners = rows(answer.getMessage()).stream()
                .collect(Collectors.toMap(SessionsWithFeedback::key, Function.identity()));
        changed.getMessage()
                .setBody(rows(changed.getMessage()).stream()
                        .sorted(Comparator.comparing(DayRow::date))
                        .map(row -> together(row, partners.get(key(row))))
                        .toList());
        return changed;
    }

    private static Together together(DayRow row, @Nullable DayRow partner) {
        return row instanceof SessionsDay sessions
                ? new Together(sessions, (FeedbackDay) partner)
                : new Together((SessionsDay) partner, (FeedbackDay) row);
    }

    private static List<Object> key(DayRow row) {
        return List.of(row.companyId(), row.date());
    }

    @SuppressWarnings("unchecked")
    private static List<DayRow> rows(Message message) {
        return message.getBody(List.class);
    }
}
