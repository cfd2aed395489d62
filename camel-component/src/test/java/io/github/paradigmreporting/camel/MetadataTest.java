package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.util.SensitiveUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options are written down four times: settings, annotations, generated classes, generated metadata. They must agree. */
class MetadataTest {
    static final JsonNode METADATA = metadata();

    /**
     * The settings that are options. The day store is not offered: a consumer must see what the instance says now, and a
     * producer's question is asked because its answer may have changed.
     */
    static Stream<Setting<?>> settings() {
        return Settings.ALL.stream().filter(setting -> setting.group() != SettingGroup.STORE);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void offersEverySettingAtEndpointAndComponent(Setting<?> setting) {
        for (String level : List.of("properties", "componentProperties")) {
            JsonNode option = METADATA.path(level).path(setting.name());

            assertThat(option.isMissingNode()).as(setting.name()).isFalse();
            assertThat(option.path("description").asText()).isEqualTo(setting.description());
            assertThat(option.path("secret").asBoolean()).isEqualTo(setting.secret());
            assertThat(option.path("defaultValue").asText(null)).isEqualTo(setting.defaultText());
            assertThat(texts(option.path("enum")))
                    .isEqualTo(
                            setting.type().name().equals("choice")
                                    ? setting.type().choices()
                                    : List.of());
        }
    }

    @Test
    void offersEveryReport() {
        assertThat(texts(METADATA.path("properties").path("report").path("enum")))
                .isEqualTo(Reports.ALL.stream().map(Report::name).toList());
    }

    @Test
    void describesEveryOptionAndEveryHeader() {
        for (String part : List.of("properties", "componentProperties", "headers")) {
            METADATA.path(part).properties().forEach(option -> assertThat(
                            option.getValue().path("description").asText())
                    .as(option.getKey())
                    .isNotBlank());
        }
    }

    @Test
    void listsEveryHeader() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : ParadigmReportingConstants.class.getFields()) {
            constants.add((String) Objects.requireNonNull(field.get(null)));
        }

        List<String> listed = new ArrayList<>();
        METADATA.path("headers").fieldNames().forEachRemaining(listed::add);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(constants);
        assertThat(listed).allMatch(name -> name.startsWith("CamelParadigmReporting"));
    }

    @Test
    void generatesEveryAnnotatedOption() {
        List<String> annotated = Stream.of(ParadigmReportingConfiguration.class, ConnectionConfiguration.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(Field::getName)
                .toList();
        List<String> generated = new ArrayList<>();
        METADATA.path("properties").fieldNames().forEachRemaining(generated::add);
        List<String> configured = annotated.stream()
                .filter(name -> new ParadigmReportingEndpointConfigurer().getOptionType(name, false) != null)
                .toList();

        assertThat(generated).containsAll(annotated);
        assertThat(configured).isEqualTo(annotated);
        assertThat(new ParadigmReportingEndpointUriFactory().propertyNames()).containsAll(annotated);
        assertThat(new ParadigmReportingEndpointUriFactory().secretPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(settings().filter(Setting::secret).map(Setting::name), Stream.of("secretKey"))
                                .toList());
    }

    @Test
    void namesSecretsSoThatCamelMasksThem() {
        for (String level : List.of("properties", "componentProperties")) {
            METADATA.path(level).properties().forEach(option -> {
                if (option.getValue().path("secret").asBoolean()) {
                    assertThat(SensitiveUtils.containsSensitive(option.getKey()))
                            .as(option.getKey())
                            .isTrue();
                }
            });
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static String text() {
        String name = "/META-INF/io/github/paradigmreporting/camel/paradigm-reporting.json";
        try (InputStream in = Objects.requireNonNull(MetadataTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode metadata() {
        try {
            return new ObjectMapper().readTree(text());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
