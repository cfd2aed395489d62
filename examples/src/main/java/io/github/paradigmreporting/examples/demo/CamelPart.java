package io.github.paradigmreporting.examples.demo;

import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import io.github.paradigmreporting.camel.ParadigmReportingConfiguration;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.DislikeAlert;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A route that watches the feedback and raises an alert when too many answers of a day are disliked. */
final class CamelPart implements Part {
    private static final String POLL = "500ms";
    private static final String DISLIKES = "dislikes_count";

    @Override
    public String title() {
        return "Camel: an alert when a threshold is crossed";
    }

    @Override
    public void show(Instance instance, Screen screen, Closing closing) throws Exception {
        screen.code("""
                from("paradigm-reporting:feedback?startDate=-P7D&delay=POLL")
                    .filter().body(FeedbackDay.class, DislikeAlert::isAlarming)
                    .transform().body(FeedbackDay.class, DislikeAlert::text)
                    .to("direct:alert");""".replace("POLL", POLL));
        screen.gap();
        screen.note("Alarming: at least 50 answers, and more than one in twenty disliked.");
        Seen seen = new Seen();
        closing.add(start(instance, seen));
        int rows = seen.awaitRows();
        screen.note(rows + " rows of the last seven days went through; alerts: "
                + seen.alerts().size());
        seen.alerts().forEach(screen::result);
        Optional<ParadigmSimulator> simulator = instance.simulator();
        if (simulator.isPresent()) {
            restate(simulator.get(), seen, screen);
        } else {
            screen.note(
                    "The route would now wait for the next poll: new and restated rows come once, others not again.");
        }
    }

    private static void restate(ParadigmSimulator simulator, Seen seen, Screen screen) throws Exception {
        int alerts = seen.alerts().size();
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        var company = simulator.dataset().companies().get(0);
        screen.note("Now " + company.name() + " takes a dislike to yesterday's answers ...");
        long start = System.nanoTime();
        long dislikes = simulator
                .dataset()
                .totals(Reports.FEEDBACK, yesterday, yesterday, Set.of(company.id()))
                .sums()
                .getOrDefault(DISLIKES, 0L);
        simulator.edits().set(Reports.FEEDBACK, company.id(), yesterday, DISLIKES, 100 + dislikes);
        String alert = seen.awaitAlert(alerts);
        screen.result(
                "ALERT after " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms: " + alert);
    }

    private static CamelContext start(Instance instance, Seen seen) throws Exception {
        CamelContext context = new DefaultCamelContext();
        ParadigmReportingConfiguration configuration = new ParadigmReportingConfiguration();
        configuration.setBaseUrl(instance.baseUrl().toString());
        configuration.setApiKey(instance.key());
        configuration.setStateRepository(new MemoryStateRepository());
        context.getComponent("paradigm-reporting", ParadigmReportingComponent.class)
                .setConfiguration(configuration);
        context.getPropertiesComponent().addInitialProperty("poll", POLL);
        context.getManagementStrategy().addEventNotifier(seen);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alert")
                        .process(exchange -> seen.alert(exchange.getIn().getBody(String.class)));
            }
        });
        context.addRoutes(new DislikeAlert());
        context.start();
        return context;
    }
}
