package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.StringConverter;
import org.apache.kafka.connect.transforms.Cast;
import org.apache.kafka.connect.transforms.ExtractField;
import org.apache.kafka.connect.transforms.Flatten;
import org.apache.kafka.connect.transforms.HeaderFrom;
import org.apache.kafka.connect.transforms.HoistField;
import org.apache.kafka.connect.transforms.InsertField;
import org.apache.kafka.connect.transforms.MaskField;
import org.apache.kafka.connect.transforms.RegexRouter;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.apache.kafka.connect.transforms.SetSchemaMetadata;
import org.apache.kafka.connect.transforms.TimestampConverter;
import org.apache.kafka.connect.transforms.TimestampRouter;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.ValueToKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What converters and the stock transforms make of the records. */
@ExtendWith(RootLocale.class)
class RecordFormTest {
    /** A Tuesday at noon: at night and on Sundays there is little to report. */
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private static final ParadigmSimulator SIMULATOR = ParadigmSimulator.builder()
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .companies(1)
            .start();
    /** What Avro takes as a name, and Protobuf, too. */
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void comesBackFromJsonWithSchemasAsItWas(Report<?> report) {
        SourceRecord record = record(report, RecordForm.STRUCT);
        try (JsonConverter json = json(true)) {
            byte[] bytes = json.fromConnectData(record.topic(), record.valueSchema(), record.value());
            SchemaAndValue back = json.toConnectData(record.topic(), bytes);

            assertThat(back.schema()).isEqualTo(record.valueSchema());
            assertThat(back.value()).isEqualTo(record.value());
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isAPlainObjectInJsonWithoutSchemas(Report<?> report) throws Exception {
        SourceRecord record = record(report, RecordForm.MAP);
        assertThat(record.valueSchema()).isNull();
        try (JsonConverter json = json(false)) {
            JsonNode value = new ObjectMapper().readTree(json.fromConnectData(record.topic(), null, record.value()));
            JsonNode key = new ObjectMapper().readTree(json.fromConnectData(record.topic(), null, record.key()));

            assertThat(value.get("company_id").isIntegralNumber()).isTrue();
            assertThat(key.size()).isEqualTo(report.key().size());
            if (value.has("date")) {
                assertThat(value.get("date").asText())
                        .isEqualTo(SIMULATOR.dataset().today().toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isTheSameObjectAsAText(Report<?> report) throws Exception {
        SourceRecord map = record(report, RecordForm.MAP);
        SourceRecord text = record(report, RecordForm.JSON);
        try (JsonConverter json = json(false);
                StringConverter plain = new StringConverter()) {
            byte[] bytes = plain.fromConnectData(text.topic(), text.valueSchema(), text.value());

            assertThat(new ObjectMapper().readTree(bytes))
                    .isEqualTo(new ObjectMapper().readTree(json.fromConnectData(map.topic(), null, map.value())));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasOnlyNamesThatAvroAndProtobufTake(Report<?> report) {
        SourceRecord record = record(report, RecordForm.STRUCT);
        for (Schema schema :
                List.of(record.keySchema(), record.valueSchema(), ProgressSchema.KEY, ProgressSchema.VALUE)) {
            assertThat(schema.name().split("\\."))
                    .allSatisfy(part -> assertThat(part).matches(NAME));
            assertThat(schema.fields()).extracting(Field::name).allSatisfy(name -> assertThat(name)
                    .matches(NAME));
        }
    }

    static Stream<Arguments> transforms() {
        return Stream.of(
                Arguments.of(new ReplaceField.Value<SourceRecord>(), Map.of("exclude", "company_name")),
                Arguments.of(new ReplaceField.Value<SourceRecord>(), Map.of("renames", "company_id:company")),
                Arguments.of(new MaskField.Value<SourceRecord>(), Map.of("fields", "company_name")),
                Arguments.of(new Cast.Value<SourceRecord>(), Map.of("spec", "company_id:string")),
                Arguments.of(
                        new TimestampConverter.Value<SourceRecord>(),
                        Map.of("field", "date", "target.type", "string", "format", "yyyy-MM-dd")),
                Arguments.of(
                        new InsertField.Value<SourceRecord>(), Map.of("static.field", "source", "static.value", "x")),
                Arguments.of(new InsertField.Value<SourceRecord>(), Map.of("timestamp.field", "observed_at")),
                Arguments.of(new Flatten.Value<SourceRecord>(), Map.of()),
                Arguments.of(new HoistField.Value<SourceRecord>(), Map.of("field", "row")),
                Arguments.of(new ExtractField.Key<SourceRecord>(), Map.of("field", "company_id")),
                Arguments.of(new ValueToKey<SourceRecord>(), Map.of("fields", "company_id,date")),
                Arguments.of(
                        new HeaderFrom.Value<SourceRecord>(),
                        Map.of("fields", "company_id", "headers", "company", "operation", "copy")),
                Arguments.of(new SetSchemaMetadata.Value<SourceRecord>(), Map.of("schema.name", "Usage")),
                Arguments.of(
                        new RegexRouter<SourceRecord>(), Map.of("regex", "paradigm\\.(.*)", "replacement", "usage_$1")),
                Arguments.of(new TimestampRouter<SourceRecord>(), Map.of("topic.format", "${topic}-${timestamp}")));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void passesThroughTheStockTransformsInBothForms(
            Transformation<SourceRecord> transform, Map<String, String> config) {
        try (transform;
                JsonConverter json = json(true)) {
            transform.configure(config);
            for (RecordForm form : List.of(RecordForm.STRUCT, RecordForm.MAP)) {
                if (form == RecordForm.MAP && transform instanceof SetSchemaMetadata) {
                    continue;
                }
                SourceRecord record = record(Reports.SESSIONS, form);

                SourceRecord after = transform.apply(record);

                // These find it as they want it: nothing nested, a day as a text, the same key without its schema.
                boolean asItWas = transform instanceof Flatten
                        || (form == RecordForm.MAP
                                && (transform instanceof TimestampConverter || transform instanceof ValueToKey));
                assertThat(after.equals(record)).isEqualTo(asItWas);
                assertThat(json.fromConnectData(after.topic(), after.valueSchema(), after.value()))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void keepsTheSecretAndTheAddressOutOfRowsAndHeaders() {
        SourceRecord record = record(Reports.DOCUMENTS, RecordForm.JSON);

        assertThat(record.headers()).hasSize(1);
        assertThat(record.toString()
                        + record.value()
                        + record.headers().iterator().next())
                .doesNotContain(SIMULATOR.key());
    }

    private static <R extends Row> SourceRecord record(Report<R> report, RecordForm form) {
        ConnectorConfig config = ConnectorConfig.of(
                new HashMap<>(Map.of("paradigm.base.url", "http://localhost", "paradigm.api.key", "k")));
        ReportSchema<R> schema = ReportSchema.of(report, config.columnRules());
        SliceRecords<R> records = new SliceRecords<>("http://localhost", schema, config.topics(), true, form);
        var today = SIMULATOR.dataset().today();
        R row = SIMULATOR.dataset().rows(report, today, today).get(0);
        List<Object> key = new ArrayList<>();
        report.key().forEach(column -> key.add(column.value(row)));
        return records.rows(row.companyId(), List.of(new Change<>(ChangeKind.NEW, key, row)), null, NOW)
                .get(0);
    }

    private static JsonConverter json(boolean schemas) {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", Boolean.toString(schemas)), false);
        return converter;
    }
}
