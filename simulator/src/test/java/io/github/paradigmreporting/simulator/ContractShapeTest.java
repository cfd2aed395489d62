package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.json;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers have the field structure of the contract samples, which were composed from the API's reference by hand. */
class ContractShapeTest {
    private static final Path SAMPLES = Path.of("..", "core", "src", "test", "resources", "contract");

    @ParameterizedTest
    @ValueSource(strings = {"chat-sessions", "chats-feedback", "used-documents", "tools", "users"})
    void hasTheSamplesFieldsInTheSamplesOrder(String endpoint) throws IOException {
        try (ParadigmSimulator simulator = small().zeroFilled().start()) {
            JsonNode answer = json(get(simulator, report(endpoint, FROM, TODAY)).body());

            assertThat(fields(answer)).containsExactlyElementsOf(fields(sample(endpoint)));
        }
    }

    @Test
    void hasTheFieldsOfAnOlderInstance() throws IOException {
        try (ParadigmSimulator simulator = small().legacy().start()) {
            JsonNode answer =
                    json(get(simulator, report("chat-sessions", FROM, TODAY)).body());

            assertThat(fields(answer.path("reporting")))
                    .containsExactlyElementsOf(
                            fields(sample("chat-sessions-legacy").path("reporting")))
                    .containsExactlyElementsOf(
                            fields(sample("chat-sessions-guide").path("reporting")));
            assertThat(answer.has("metadata_agent") || answer.has("reporting_agent"))
                    .isFalse();
        }
    }

    @Test
    void givesTheTypesOfTheSamples() throws IOException {
        try (ParadigmSimulator simulator = small().zeroFilled().listInactive().start()) {
            for (String endpoint : List.of("chat-sessions", "chats-feedback", "used-documents", "tools", "users")) {
                JsonNode answer =
                        json(get(simulator, report(endpoint, FROM, TODAY)).body());

                assertThat(types(answer)).as(endpoint).containsAll(types(sample(endpoint)));
            }
        }
    }

    @Test
    void writesWithoutSpacesAndWithoutNeedlessEscapes() {
        try (ParadigmSimulator simulator = small().start()) {
            String body = get(simulator, report("users", FROM, TODAY)).body();

            assertThat(body).startsWith("{\"reporting\":[{\"company\":{\"id\":2,\"name\":\"Northwind\"},");
            assertThat(body).contains("\"name\":\"Œuvres & Fils \\\"SARL\\\"\"");
        }
    }

    private static JsonNode sample(String name) throws IOException {
        return json(Files.readString(SAMPLES.resolve(name + ".json")));
    }

    /** The paths of all fields, in order of first appearance. */
    private static List<String> fields(JsonNode node) {
        Set<String> paths = new LinkedHashSet<>();
        walk(node, "", paths, false);
        return new ArrayList<>(paths);
    }

    /** The paths of all values, each with its JSON type. */
    private static Set<String> types(JsonNode node) {
        Set<String> paths = new LinkedHashSet<>();
        walk(node, "", paths, true);
        return paths;
    }

    private static void walk(JsonNode node, String path, Set<String> paths, boolean types) {
        if (node.isArray()) {
            node.forEach(item -> walk(item, path + "[]", paths, types));
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                String below = path + "." + field.getKey();
                if (!types) {
                    paths.add(below);
                }
                walk(field.getValue(), below, paths, types);
            });
        } else if (types) {
            paths.add(path + " " + (node.isFloatingPointNumber() ? "FLOAT" : node.getNodeType()));
        }
    }
}
