package io.github.paradigmreporting.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** How keys and values are handed to converters. */
enum RecordForm {
    /** With a schema: for Avro, Protobuf, JSON with schemas, and everything typed. */
    STRUCT {
        @Override
        SchemaAndValue of(Struct struct) {
            return new SchemaAndValue(struct.schema(), struct);
        }
    },
    /** A map without a schema, days and instants as ISO texts: for JSON without schemas. */
    MAP {
        @Override
        SchemaAndValue of(Struct struct) {
            return new SchemaAndValue(null, plain(struct));
        }
    },
    /** A text that is a JSON object: for string converters. */
    JSON {
        @Override
        SchemaAndValue of(Struct struct) {
            return new SchemaAndValue(Schema.STRING_SCHEMA, json(plain(struct)));
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A key or a value in this form. */
    abstract SchemaAndValue of(Struct struct);

    /** As users write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordForm parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Map<String, @Nullable Object> plain(Struct struct) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Field field : struct.schema().fields()) {
            map.put(field.name(), plain(field.schema(), struct.get(field)));
        }
        return map;
    }

    @SuppressWarnings("JavaUtilDate") // Connect's logical types are made of it.
    private static @Nullable Object plain(Schema schema, @Nullable Object value) {
        if (!(value instanceof Date date)) {
            return value;
        }
        return org.apache.kafka.connect.data.Date.LOGICAL_NAME.equals(schema.name())
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()
                : date.toInstant().toString();
    }

    private static String json(Map<String, @Nullable Object> map) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, @Nullable Object> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
