package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes and Kamelets that the guide shows, run as they stand in their files. */
class DslTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final CamelContext context = world.context();
    private final List<Object> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
    }

    @Test
    void runsTheSixLinesOfYaml() throws Exception {
        ParadigmReportingComponent component =
                context.getComponent("paradigm-reporting", ParadigmReportingComponent.class);
        component.getConfiguration().setStateDirectory(directory.toString());
        Resource yaml = ResourceHelper.resolveMandatoryResource(context, "classpath:routes/sessions.yaml");
        PluginHelper.getRoutesLoader(context).loadRoutes(yaml);
        // The tests' level is WARN, and a log step below the level is not evaluated.
        System.setProperty("org.slf4j.simpleLogger.log.guide", "info");
        context.getGlobalOptions().put(Exchange.LOG_EIP_NAME, "guide");
        context.getCamelContextExtension().addLogListener((exchange, log, message) -> {
            received.add(message);
            return message;
        });
        context.start();

        await().atMost(ONE_MINUTE)
                .until(() -> received.size() == world.truth(Reports.SESSIONS).size());
        SessionsDay first = world.truth(Reports.SESSIONS).get(0);
        assertThat(received)
                .contains(first.companyName() + ", " + first.date() + ": " + first.sessionsCount() + " sessions");
    }

    @Test
    void runsTheSourceKamelet() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:paradigm-reporting-source?report=feedback&delay=10m&startDate=" + World.FIRST_DAY
                                + state())
                        .process(exchange -> received.add(exchange.getMessage().getBody()));
            }
        });
        context.start();

        await().atMost(ONE_MINUTE)
                .until(() -> received.size() == world.truth(Reports.FEEDBACK).size());
        assertThat(received).allMatch(body -> body instanceof String text && text.contains("\"likes_count\":"));
    }

    @Test
    void runsTheAlertKamelet() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:paradigm-reporting-alert-source?report=sessions&metric=sessions_count&limit=50&startDate="
                                + World.FIRST_DAY + state())
                        .process(exchange -> received.add(exchange.getMessage().getBody()));
            }
        });
        context.start();

        List<SessionsDay> above = world.truth(Reports.SESSIONS).stream()
                .filter(row -> row.sessionsCount() != null && row.sessionsCount() > 50)
                .toList();
        await().atMost(ONE_MINUTE).until(() -> received.size() == above.size());
        assertThat(above)
                .isNotEmpty()
                .hasSizeLessThan(world.truth(Reports.SESSIONS).size());
        assertThat(received).allSatisfy(body -> assertThat((Long) ((Map<?, ?>) body).get("sessions_count"))
                .isGreaterThan(50));
    }

    @ParameterizedTest
    @CsvSource({"sessionsCount,5e1", "sessions_count,50.0"})
    void takesAMetricAndALimitInAnySpelling(String metric, String limit) throws Exception {
        MetricAboveLimit condition = new MetricAboveLimit();
        condition.setReport("chat-sessions");
        condition.setMetric(metric);
        condition.setLimit(limit);
        condition.check();
        Exchange exchange = new DefaultExchange(context);
        for (long value : List.of(50L, 51L)) {
            exchange.getMessage().setBody(Map.of("sessions_count", value));
            assertThat(condition.matches(exchange)).isEqualTo(value > 50);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "metric=nope&limit=3, metric is 'nope'",
        "metric=company_id&limit=3, metric is 'company_id'",
        "metric=sessions_count&limit=many, limit is 'many'"
    })
    void refusesAnAlertThatWouldNeverCome(String options, String words) throws Exception {
        assertThatThrownBy(() -> {
                    context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("kamelet:paradigm-reporting-alert-source?report=sessions&" + options + state())
                                    .to("log:never");
                        }
                    });
                    context.start();
                })
                .hasStackTraceContaining(words);
    }

    @Test
    void runsSourceAndAlertsOfOneReportTogether() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:paradigm-reporting-source?report=sessions&startDate=" + World.FIRST_DAY + state())
                        .to("log:never");
                for (int limit : List.of(10, 50)) {
                    from("kamelet:paradigm-reporting-alert-source?report=sessions&metric=sessions_count&limit=" + limit
                                    + "&startDate=" + World.FIRST_DAY + state())
                            .to("log:never");
                }
            }
        });
        context.start();

        assertThat(context.getRoutes()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void runsTheActionKamelet() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to(
                                "kamelet:paradigm-reporting-fetch-action?report=tools&startDate=2026-03-18&endDate=2026-03-19");
            }
        });
        context.start();

        String answer = context.createProducerTemplate().requestBody("direct:ask", "", String.class);

        assertThat(new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer))
                .hasSameSizeAs(world.truth(Reports.TOOLS).stream()
                        .filter(row ->
                                row.date().getDayOfMonth() == 18 || row.date().getDayOfMonth() == 19)
                        .toList());
    }

    /** As everything else in a program, Kamelets take address and key from the component; or they bring their own. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void kameletsTakeTheirKeyFromAFileOrTheComponent(boolean file) throws Exception {
        String account = "";
        if (file) {
            ParadigmReportingConfiguration configuration = context.getComponent(
                            "paradigm-reporting", ParadigmReportingComponent.class)
                    .getConfiguration();
            configuration.setBaseUrl(null);
            configuration.setApiKey(null);
            Path key = Files.writeString(
                    directory.resolve("key"), world.simulator().key());
            account = "&baseUrl=" + world.simulator().baseUrl() + "&apiKeyFile=" + key;
        }
        String options = account;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").to("kamelet:paradigm-reporting-fetch-action?report=tools" + options);
            }
        });
        context.start();

        assertThat(context.createProducerTemplate().requestBody("direct:ask", "", String.class))
                .contains("tool_name");
    }

    private String state() {
        return "&stateDirectory=" + directory;
    }
}
