package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Kamelet repeats what the component's metadata says of an option; the two must agree. */
class KameletTest {
    private static final Set<String> OWN = Set.of("metric", "limit");

    @ParameterizedTest
    @ValueSource(
            strings = {"paradigm-reporting-source", "paradigm-reporting-alert-source", "paradigm-reporting-fetch-action"
            })
    void saysWhatTheOptionsSay(String name) throws Exception {
        JsonNode kamelet;
        try (InputStream in = getClass().getResourceAsStream("/kamelets/" + name + ".kamelet.yaml")) {
            kamelet = new ObjectMapper(new YAMLFactory()).readTree(Objects.requireNonNull(in));
        }
        assertThat(kamelet.at("/metadata/name").asText()).isEqualTo(name);
        JsonNode from = kamelet.at("/spec/template/from");
        JsonNode parameters = name.endsWith("action") ? from.at("/steps/0/to/parameters") : from.path("parameters");
        assertThat(parameters).isNotEmpty();
        kamelet.at("/spec/definition/properties").properties().forEach(property -> {
            JsonNode option = MetadataTest.METADATA.path("properties").path(property.getKey());
            assertThat(property.getValue().path("description").asText())
                    .as(property.getKey())
                    .isNotBlank();
            if (!OWN.contains(property.getKey())) {
                assertThat(option.isMissingNode()).as(property.getKey()).isFalse();
                assertThat(property.getValue().path("description")).isEqualTo(option.path("description"));
                assertThat(property.getValue().path("default").asText(null))
                        .isEqualTo(option.path("defaultValue").asText(null));
                assertThat(MetadataTest.texts(property.getValue().path("enum")))
                        .isEqualTo(MetadataTest.texts(option.path("enum")));
                // It would stand in the endpoint's URI, which Camel shows in dumps, on consoles and in the log.
                assertThat(option.path("secret").asBoolean())
                        .as(property.getKey())
                        .isFalse();
            }
        });
        parameters.fieldNames().forEachRemaining(parameter -> assertThat(
                        MetadataTest.METADATA.path("properties").has(parameter))
                .as(parameter)
                .isTrue());
    }
}
