package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hunts a marker key through everything that people and machines can read; {@link TraceIT} through the log at TRACE. */
class SecretsTest {
    private static final String MARKER = "marker-0f9a77c2";

    @TempDir
    Path directory = Path.of("");

    private final World world = new World(builder -> builder.key(MARKER));
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "503",
                "401",
                "403",
                "429 Retry-After 5",
                "502 html",
                "cut 100",
                "reset",
                "empty",
                "301 to same"
            })
    void showsItNowhere(String fault) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try (Polled route = new Polled(
                world, "paradigm-reporting:documents?attempts=1&maxRetryAfter=0s&stateDirectory=" + directory)) {
            if (!fault.isEmpty()) {
                world.simulator().faults().add("*=" + fault);
            }
            route.consumer().run();
            look(route.context()
                    .createFluentProducerTemplate()
                    .to("paradigm-reporting:sessions?attempts=1")
                    .send());
            look(route);
        } finally {
            System.setErr(before);
        }
        seen.add(logged.toString(StandardCharsets.UTF_8));
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.add(file + Files.readString(file));
            }
        }
        assertThat(seen).hasSizeGreaterThan(50).noneMatch(text -> text.contains(MARKER));
    }

    @Test
    void hidesAKeyGivenInTheUri() throws Exception {
        try (Polled route = new Polled(
                world, "paradigm-reporting:sessions?apiKey=RAW(" + MARKER + "x)&stateDirectory=" + directory)) {
            route.consumer().run();
            assertThat(route.consumer().getEndpoint().toString()).doesNotContain(MARKER);
            assertThat(route.consumer().toString()).doesNotContain(MARKER);
            assertThat(route.consumer().getHealthCheck().call().toString()).doesNotContain(MARKER);
        }
    }

    /** With the component's key; another one would have to be in their file. */
    @Test
    void showsTheKeyOfKameletsNowhere() throws Exception {
        try (CamelContext context = world.context()) {
            context.setDevConsole(true);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("kamelet:paradigm-reporting-source?report=tools&stateDirectory=" + directory)
                            .to("mock:rows");
                    from("kamelet:paradigm-reporting-alert-source?report=sessions&metric=sessions_count&limit=50"
                                    + "&stateDirectory=" + directory)
                            .to("mock:alerts");
                    from("direct:ask").to("kamelet:paradigm-reporting-fetch-action?report=feedback");
                }
            });
            context.start();
            look(context.createFluentProducerTemplate().to("direct:ask").send());
            await().atMost(ONE_MINUTE)
                    .until(() -> world.simulator()
                                            .journal()
                                            .distinctDaysAsked("tools")
                                            .size()
                                    > 1
                            && world.simulator()
                                            .journal()
                                            .distinctDaysAsked("sessions")
                                            .size()
                                    > 1);
            lookAtJmx();
            lookAtConsoles(context);
        }
        assertThat(seen)
                .hasSizeGreaterThan(100)
                .anyMatch(text -> text.startsWith("dumpRoutesAsXml") && text.contains("paradigm-reporting:feedback"))
                .noneMatch(text -> text.contains(MARKER));
    }

    private void look(Polled route) throws Exception {
        ParadigmReportingConsumer<?> consumer = route.consumer();
        ParadigmReportingEndpoint endpoint = (ParadigmReportingEndpoint) consumer.getEndpoint();
        seen.add(consumer + " " + endpoint + " " + endpoint.getComponent() + " " + endpoint.client());
        seen.add(endpoint.getServiceMetadata() + " " + endpoint.getServiceUrl());
        var health = consumer.getHealthCheck().call();
        seen.add(health + " " + health.getDetails() + " " + health.getMessage());
        health.getError().ifPresent(error -> seen.add(stack(error)));
        seen.add(consumer.status().toString());
        lookAtJmx();
    }

    private void look(Exchange exchange) {
        seen.add(exchange + " " + exchange.getMessage().getHeaders() + exchange.getAllProperties());
        if (exchange.getException() != null) {
            seen.add(stack(exchange.getException()));
        }
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void lookAtJmx() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            seen.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    seen.add(attribute.getName() + "=" + server.getAttribute(name, attribute.getName()));
                } catch (JMException | RuntimeException e) {
                    // An attribute that this bean cannot tell now: its error may still show something.
                    seen.add(stack(e));
                }
            }
            for (MBeanOperationInfo operation : server.getMBeanInfo(name).getOperations()) {
                String[] types = Arrays.stream(operation.getSignature())
                        .map(MBeanParameterInfo::getType)
                        .toArray(String[]::new);
                if (operation.getName().startsWith("dump") && Set.of("boolean").containsAll(List.of(types))) {
                    Object[] all = Collections.nCopies(types.length, true).toArray();
                    try {
                        seen.add(operation.getName() + "=" + server.invoke(name, operation.getName(), all, types));
                    } catch (JMException | RuntimeException e) {
                        seen.add(stack(e));
                    }
                }
            }
        }
    }

    private void lookAtConsoles(CamelContext context) {
        DevConsoleRegistry consoles = DevConsoleRegistry.get(context);
        consoles.loadDevConsoles();
        for (DevConsole console : consoles.stream().toList()) {
            for (DevConsole.MediaType form : DevConsole.MediaType.values()) {
                if (console.supportMediaType(form)) {
                    seen.add(console.getId() + "=" + console.call(form));
                }
            }
        }
    }
}
