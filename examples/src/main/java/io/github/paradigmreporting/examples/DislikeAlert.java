package io.github.paradigmreporting.examples;

import io.github.paradigmreporting.core.model.FeedbackDay;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The Camel component: an alert for each day on which a company disliked more than one answer in twenty. */
public final class DislikeAlert extends RouteBuilder {
    private static final int ONE_IN = 20;
    private static final int FEW_ANSWERS = 50;

    /** The route. */
    public DislikeAlert() {}

    /**
     * Runs the route until it is stopped. Needs {@code PARADIGM_BASE_URL} and {@code PARADIGM_API_KEY}.
     *
     * @param arguments Camel's own, none needed
     * @throws Exception when Camel does not start
     */
    public static void main(String... arguments) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new DislikeAlert());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alert").log(LoggingLevel.WARN, "alerts", "${body}");
            }
        });
        main.run(arguments);
    }

    @Override
    public void configure() {
        from("paradigm-reporting:feedback?startDate=-P7D&delay={{poll:1m}}")
                .filter()
                .body(FeedbackDay.class, DislikeAlert::isAlarming)
                .transform()
                .body(FeedbackDay.class, DislikeAlert::text)
                .to("direct:alert");
    }

    private static boolean isAlarming(FeedbackDay day) {
        Long answers = day.modelResponsesCount();
        Long dislikes = day.dislikesCount();
        return answers != null && dislikes != null && answers >= FEW_ANSWERS && dislikes * ONE_IN > answers;
    }

    private static String text(FeedbackDay day) {
        return day.companyName() + ", " + day.date() + ": " + day.dislikesCount() + " of " + day.modelResponsesCount()
                + " answers disliked";
    }
}
