package io.github.paradigmreporting.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What an IDE offers in {@code application.properties}, which is the component's own metadata in Spring's form. With {@code
 * -Dparadigm.docs.update=true} the file is written anew.
 */
final class ConfigurationMetadataTest {
    private static final Path FILE =
            Path.of("src", "main", "resources", "META-INF", "spring-configuration-metadata.json");
    private static final Map<String, String> BOXED = Map.of(
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "boolean", "java.lang.Boolean");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void offersEveryOptionOfTheComponent() throws Exception {
        String expected = json.writerWithDefaultPrettyPrinter().writeValueAsString(metadata()) + "\n";
        if (Boolean.getBoolean("paradigm.docs.update")) {
            Files.writeString(FILE, expected);
        }

        assertThat(Files.readString(FILE))
                .as("run with -Dparadigm.docs.update=true to write it anew")
                .isEqualTo(expected);
    }

    @Test
    void takesEveryOptionInEverySpelling() throws Exception {
        for (JsonNode property : metadata().path("properties")) {
            String name = property.path("name").asText();
            if (property.path("type").asText().equals("java.lang.String")) {
                String plain = name.substring(ComponentProperties.PREFIX.length() + 1);
                set("CAMEL_COMPONENT_PARADIGMREPORTING_"
                        + plain.replace("-", "").toUpperCase(Locale.ROOT));
                set(name);
            }
        }
    }

    private static void set(String name) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of(name, isStoreType(name) ? "JKS" : "x")));
        try (CamelContext context = new DefaultCamelContext()) {
            new ComponentProperties(environment).applyTo(new ParadigmReportingComponent(context));
        }
    }

    /** The one option that takes no other texts than its choices. */
    private static boolean isStoreType(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT).endsWith("truststoretype");
    }

    private ObjectNode metadata() throws Exception {
        ObjectNode metadata = json.createObjectNode();
        ArrayNode properties = metadata.putArray("properties");
        add(properties, "enabled", "java.lang.Boolean", "Whether the component is set up by these properties.", "true");
        component().path("componentProperties").properties().forEach(option -> {
            String type = option.getValue().path("javaType").asText().replaceAll("<.*>", "");
            add(
                    properties,
                    kebab(option.getKey()),
                    BOXED.getOrDefault(type, type),
                    option.getValue().path("description").asText(),
                    option.getValue().path("defaultValue").asText(""));
        });
        return metadata;
    }

    private static void add(ArrayNode properties, String name, String type, String description, String value) {
        ObjectNode property = properties.addObject();
        property.put("name", ComponentProperties.PREFIX + "." + name);
        property.put("type", type);
        property.put("description", description);
        if (!value.isEmpty()) {
            property.put("defaultValue", value);
        }
    }

    private JsonNode component() throws Exception {
        String name = "/META-INF/io/github/paradigmreporting/camel/paradigm-reporting.json";
        try (InputStream in =
                Objects.requireNonNull(ParadigmReportingComponent.class.getResourceAsStream(name), name)) {
            return json.readTree(in);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
