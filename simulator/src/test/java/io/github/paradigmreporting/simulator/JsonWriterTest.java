package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the simulator writes is the JSON that it means. */
class JsonWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonWriter json = new JsonWriter(out);

    @Test
    void writesCompactlyWithCommasWhereTheyBelong() throws IOException {
        json.object()
                .name("a")
                .array()
                .value(1)
                .value((Long) null)
                .object()
                .endObject()
                .endArray();
        json.name("b")
                .value(2.5)
                .name("c")
                .value("x")
                .name("d")
                .array()
                .endArray()
                .endObject();

        assertThat(written()).isEqualTo("{\"a\":[1,null,{}],\"b\":2.5,\"c\":\"x\",\"d\":[]}");
    }

    @Test
    void escapesOnlyWhatMustBe() throws IOException {
        json.value("\"\\/\b\f\n\r\t\u0001\u007f é 契 🚲 \u2028\u2029");

        assertThat(written()).isEqualTo("\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0001\u007f é 契 🚲 \\u2028\\u2029\"");
    }

    @Test
    void survivesAnyText() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            int c = random.nextInt(random.nextBoolean() ? 128 : 0x10000);
            text.appendCodePoint(Character.isSurrogate((char) c) ? 0x1F6B2 + (c & 7) : c);
        }

        json.value(text.toString());

        assertThat(Asking.json(written()).textValue()).isEqualTo(text.toString());
    }

    @Test
    void survivesLongNumbersAndManyRows() throws IOException {
        json.array();
        for (int i = 0; i < 5000; i++) {
            json.value(Long.MIN_VALUE + i);
        }
        json.endArray();

        assertThat(Asking.json(written()).get(4999).longValue()).isEqualTo(Long.MIN_VALUE + 4999);
    }

    private String written() throws IOException {
        json.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
