package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.error.Redaction;
import io.github.paradigmreporting.core.error.ReportingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server says in an error's body: {@code detail}, else {@code error}, else the first field's message. */
final class ErrorBody {
    private static final int MOST_BYTES = 8 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorBody() {}

    /** The server's words in quotes with a leading blank, or nothing when it said nothing readable. */
    static String text(Response response) {
        try {
            byte[] bytes = response.body().readNBytes(MOST_BYTES);
            String said = isJson(bytes) ? message(bytes) : "";
            return said.isEmpty() ? "" : " “" + Redaction.quote(said) + "”";
        } catch (IOException | ReportingException e) {
            // The status says enough; a body that breaks off must not hide it.
            return "";
        }
    }

    private static boolean isJson(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    private static String message(byte[] bytes) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    value = parser.nextToken();
                    fields.put(name, name + ": " + (value.isScalarValue() ? parser.getText() : ""));
                    skipRestOfArray(parser);
                } else if (value.isScalarValue()) {
                    fields.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return fields.getOrDefault(
                "detail",
                fields.getOrDefault(
                        "error", fields.values().stream().findFirst().orElse("")));
    }

    private static void skipRestOfArray(JsonParser parser) throws IOException {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            if (parser.nextToken() == null) {
                return;
            }
        }
    }
}
