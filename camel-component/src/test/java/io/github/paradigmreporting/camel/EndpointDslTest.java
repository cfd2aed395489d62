package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.paradigmreporting.camel.dsl.ParadigmReportingEndpointBuilderFactory;
import io.github.paradigmreporting.camel.dsl.ParadigmReportingEndpointBuilderFactory.ParadigmReportingBuilders;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Reports;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The typed builder is generated apart from the build ({@code camel-component/endpoint-dsl}), so this asks whether it is new. */
class EndpointDslTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void hasAMethodForEveryOption() {
        Set<String> methods = Arrays.stream(ParadigmReportingEndpointBuilderFactory.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().endsWith("Builder"))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        names(MetadataTest.METADATA.path("properties"))
                .filter(name -> !name.equals("report"))
                .forEach(option -> assertThat(methods).contains(option));
    }

    @Test
    void namesEveryHeader() {
        Set<String> methods = Arrays.stream(
                        ParadigmReportingEndpointBuilderFactory.ParadigmReportingHeaderNameBuilder.class
                                .getDeclaredMethods())
                .map(method -> "camel" + method.getName())
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        names(MetadataTest.METADATA.path("headers"))
                .forEach(header -> assertThat(methods).contains(header.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void buildsARoute() throws Exception {
        List<Row> received = new CopyOnWriteArrayList<>();
        try (World world = new World();
                CamelContext context = world.context()) {
            context.addRoutes(new TypedRoute(directory, received));
            context.start();
            ((ParadigmReportingConsumer<?>) context.getRoute("typed").getConsumer()).poll();

            assertThat(received).hasSameElementsAs(world.truth(Reports.SESSIONS));
        }
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey);
    }

    /** A route whose options the compiler checks. */
    private static final class TypedRoute extends EndpointRouteBuilder implements ParadigmReportingBuilders {
        private final Path directory;
        private final List<Row> received;

        TypedRoute(Path directory, List<Row> received) {
            this.directory = directory;
            this.received = received;
        }

        @Override
        public void configure() {
            from(paradigmReporting("sessions")
                            .startDate(World.FIRST_DAY.toString())
                            .stateDirectory(directory.toString())
                            .startScheduler(false)
                            .advanced()
                            .commitEvery(10))
                    .routeId("typed")
                    .process(exchange -> received.add(exchange.getMessage().getBody(Row.class)));
        }
    }
}
