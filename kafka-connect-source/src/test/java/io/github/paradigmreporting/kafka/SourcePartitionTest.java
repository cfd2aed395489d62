package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

class SourcePartitionTest {
    /** Connect finds an offset by these bytes; another order, or a JVM's own order, would send everything again. */
    @Test
    void isTheSameBytesInEveryJvm() {
        assertThat(json(partition()))
                .isEqualTo("{\"instance\":\"https://p\",\"report\":\"sessions\",\"company\":\"2\"}");
    }

    @Test
    void staysTheSameBytesWhenConnectListsOrResetsIt() {
        try (JsonConverter json = converter()) {
            Object listed = json.toConnectData("", json(partition()).getBytes(StandardCharsets.UTF_8))
                    .value();
            assertThat(json((Map<?, ?>) listed)).isEqualTo(json(partition()));
        }
    }

    private static Map<String, String> partition() {
        return SourcePartition.of("https://p", "sessions", 2L).toMap();
    }

    private static String json(Map<?, ?> map) {
        try (JsonConverter json = converter()) {
            return new String(json.fromConnectData("", null, map), StandardCharsets.UTF_8);
        }
    }

    private static JsonConverter converter() {
        JsonConverter json = new JsonConverter();
        json.configure(Map.of("schemas.enable", "false"), true);
        return json;
    }
}
