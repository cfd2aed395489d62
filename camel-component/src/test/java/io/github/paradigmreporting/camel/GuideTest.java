package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;

/** The guide's table of options, and every option and header it names, against the generated metadata. */
class GuideTest {
    private static final Pattern OPTION = Pattern.compile("`([a-z][A-Za-z]+)=[^`]*`");
    private static final Pattern URI = Pattern.compile("`(paradigm-reporting:[^`]+)`");
    private static final Pattern HEADER = Pattern.compile("`(CamelParadigmReporting\\w+)`");

    private final String guide;

    GuideTest() throws Exception {
        guide = Files.readString(Path.of("..", "docs", "guides", "camel.md"));
    }

    @Test
    void listsEveryOptionAsTheMetadataSays() {
        Set<String> own = new HashSet<>(Set.of("maxMessagesPerPoll", "delay"));
        Stream.of(ParadigmReportingConfiguration.class, ConnectionConfiguration.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .map(Field::getName)
                .forEach(own::add);
        StringBuilder table = new StringBuilder("| Option | Default | Group | Description |\n|---|---|---|---|\n");
        MetadataTest.METADATA.path("properties").properties().forEach(option -> {
            if (own.contains(option.getKey())) {
                table.append(line(option.getKey(), option.getValue()));
            }
        });

        assertThat(guide).contains(table);
    }

    @Test
    void namesOnlyOptionsUrisAndHeadersThatThereAre() {
        for (Matcher option = OPTION.matcher(guide); option.find(); ) {
            assertThat(MetadataTest.METADATA.path("properties").has(option.group(1)))
                    .as(option.group())
                    .isTrue();
        }
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("paradigm-reporting", ParadigmReportingComponent.class.getName(), MetadataTest.text());
        for (Matcher uri = URI.matcher(guide); uri.find(); ) {
            String dataType = "/META-INF/services/org/apache/camel/transformer/"
                    + uri.group(1).replace(':', '-');
            assertThat(getClass().getResource(dataType) != null
                            || catalog.validateEndpointProperties(uri.group(1)).isSuccess())
                    .as(uri.group(1))
                    .isTrue();
        }
        for (Matcher header = HEADER.matcher(guide); header.find(); ) {
            assertThat(MetadataTest.METADATA.path("headers").has(header.group(1)))
                    .as(header.group(1))
                    .isTrue();
        }
    }

    private static String line(String name, JsonNode option) {
        String text = option.path("defaultValue").asText("");
        return "| `" + name + "` | " + (text.isEmpty() ? "" : "`" + text + "`") + " | "
                + option.path("group").asText() + " | "
                + option.path("description").asText().replace("|", "\\|") + " |\n";
    }
}
