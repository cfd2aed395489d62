package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JMX shows of a consumer, and the way to have rows sent again. */
class JmxTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private Polled route;

    @BeforeEach
    void start() throws Exception {
        route = polled();
    }

    @AfterEach
    void close() throws Exception {
        route.close();
        world.close();
    }

    @Test
    void showsWhereTheConsumerStands() throws Exception {
        assertThat(attribute("Watermark")).isNull();
        route.poll();
        world.simulator().edits().set(Reports.SESSIONS, 2, world.today(), "sessions_count", 4711L);
        route.poll();
        world.simulator().edits().vanish(Reports.SESSIONS, 2, world.today(), row -> true);
        route.poll();

        assertThat(attribute("Report")).isEqualTo("sessions");
        assertThat(attribute("Watermark")).isEqualTo("2026-03-16");
        assertThat(attribute("DaysBehind")).isEqualTo(4L);
        assertThat(attribute("LastSuccess")).isEqualTo(world.instant().toString());
        assertThat(attribute("NewRows"))
                .isEqualTo(1L + world.truth(Reports.SESSIONS).size());
        assertThat(attribute("RestatedRows")).isEqualTo(1L);
        assertThat(attribute("RemovedRows")).isEqualTo(1L);
        assertThat(attribute("FailedPolls")).isEqualTo(0);
        assertThat(attribute("RetryAt")).isNull();
    }

    @Test
    void showsAFailureAndUntilWhenNothingIsAsked() throws Exception {
        world.simulator().faults().always("sessions", Fault.throttled(Duration.ofHours(1)));
        route.consumer().run();

        assertThat(attribute("FailedPolls")).isEqualTo(1);
        assertThat(attribute("Failure")).asString().contains("429");
        assertThat(attribute("RetryAt"))
                .isEqualTo(world.instant().plusSeconds(3_600).toString());
    }

    @Test
    void endsAWaitThatTheInstanceDemanded() throws Exception {
        world.simulator().faults().next(1, "sessions", Fault.throttled(Duration.ofHours(1)));
        route.consumer().run();
        route.consumer().run();
        assertThat(world.simulator().journal().count()).isEqualTo(1);

        assertThat(server.invoke(consumer(), "endRetryWait", new Object[0], new String[0]))
                .asString()
                .contains("the wait is over");
        assertThat(attribute("RetryAt")).isNull();
        assertThat(route.poll()).hasSameSizeAs(world.truth(Reports.SESSIONS));
    }

    @Test
    void endsAWaitOfProducersByTheirEndpoint() throws Exception {
        world.simulator().faults().next(1, "documents", Fault.throttled(Duration.ofHours(1)));
        try (CamelContext producers = world.context()) {
            producers.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ask").to("paradigm-reporting:documents?totalTimeout=5s");
                }
            });
            producers.start();
            ProducerTemplate template = producers.createProducerTemplate();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> template.requestBody("direct:ask", "", List.class))
                        .hasRootCauseInstanceOf(AnsweredException.class);
            }
            assertThat(world.simulator().journal().count("documents")).isEqualTo(1);

            Set<ObjectName> names = server.queryNames(
                    new ObjectName("org.apache.camel:context=" + producers.getName() + ",type=endpoints,*"), null);
            names.removeIf(name -> !name.toString().contains("documents"));
            assertThat(names).hasSize(1);
            server.invoke(names.iterator().next(), "endRetryWait", new Object[0], new String[0]);
            List<?> rows = template.requestBody("direct:ask", "", List.class);
            assertThat(rows).hasSameSizeAs(world.truth(Reports.DOCUMENTS));
        }
    }

    @Test
    void sendsAgainFromADayOn() throws Exception {
        route.poll();
        LocalDate from = world.today().minusDays(9);

        assertThat(reset("-P9D")).asString().contains("sessions from " + from + " on");
        List<Polled.Sent> again = route.poll();

        assertThat(again)
                .extracting(sent -> sent.header(ParadigmReportingConstants.CHANGE))
                .containsOnly("new");
        assertThat(Polled.bodies(again))
                .containsExactlyInAnyOrderElementsOf(world.truth(Reports.SESSIONS).stream()
                        .filter(row -> !row.date().isBefore(from))
                        .map(Object.class::cast)
                        .toList());
        assertThat(route.poll()).isEmpty();
    }

    @Test
    void remembersAResetOverARestart() throws Exception {
        route.poll();
        reset("2000-01-01");
        route.close();
        route = polled();

        assertThat(route.poll()).hasSameSizeAs(world.truth(Reports.SESSIONS));
    }

    @Test
    void refusesWhatIsNoDay() {
        assertThatThrownBy(() -> reset("yesterday")).hasStackTraceContaining("not 'yesterday'");
    }

    private Polled polled() throws Exception {
        return new Polled(
                world,
                "paradigm-reporting:sessions?sendRemoved=true&maxRetryAfter=0s&attempts=1&stateDirectory=" + directory);
    }

    private Object attribute(String name) throws Exception {
        return server.getAttribute(consumer(), name);
    }

    private Object reset(String from) throws Exception {
        return server.invoke(consumer(), "resetPosition", new Object[] {from}, new String[] {String.class.getName()});
    }

    private ObjectName consumer() throws Exception {
        Set<ObjectName> names = server.queryNames(
                new ObjectName("org.apache.camel:context=" + route.context().getName()
                        + ",type=consumers,name=\"Paradigm*\",*"),
                null);
        names.addAll(server.queryNames(
                new ObjectName(
                        "org.apache.camel:context=" + route.context().getName() + ",type=consumers,name=Paradigm*"),
                null));
        assertThat(names).hasSize(1);
        return names.iterator().next();
    }
}
