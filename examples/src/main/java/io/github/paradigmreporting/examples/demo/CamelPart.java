package io.github.paradigmreporting.examples.demo;

import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import io.github.paradigmreporting.camel.ParadigmReportingConfiguration;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.DislikeAlert;
import io.github.paradigmreporting.simulator.Company;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A route that watches the feedback and raises an alert when too many answers of a day are disliked. */
final class CamelPart implements Part {
    private static final String POLL = "500ms";

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
        seen.alerts().forEach(screen::alert);
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
        Company company = simulator.dataset().companies().get(0);
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        FeedbackDay disliked = new FeedbackDay(company.id(), company.name(), yesterday, 240L, 12L, 36L, 20L);
        screen.note("Now the instance restates yesterday's feedback of " + company.name() + " ...");
        long start = System.nanoTime();
        simulator.edits().restate(Reports.FEEDBACK, company.id(), yesterday, List.of(disliked));
        String alert = seen.awaitAlert(alerts);
        screen.alert(
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
