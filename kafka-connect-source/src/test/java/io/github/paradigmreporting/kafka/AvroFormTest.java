package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.registry.utils.converter.avro.AvroData;
import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records as Avro's bytes and back, by the class with which Apicurio's converter does it; only its registry, which hands out
 * numbers for schemas, is left out.
 */
class AvroFormTest {
    private static final String MORE = "column_of_a_later_version";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final ParadigmSimulator SIMULATOR = ParadigmSimulator.builder()
            .clock(Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC))
            .companies(3)
            .start();

    private final AvroData avro = new AvroData(100);

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void bringsEveryRowAndItsKeyBack(Report<R> report) throws IOException {
        ReportSchema<R> schema = ReportSchema.of(report, ColumnRules.NONE);
        for (R row : rows(report)) {
            assertComesBack(schema.valueOf(row));
            assertComesBack(schema.keyOf(report.key().stream()
                    .map((Column<R> column) -> column.value(row))
                    .toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void bringsARowWithoutAnyFigureBack(Report<R> report) throws IOException {
        Struct row =
                ReportSchema.of(report, ColumnRules.NONE).valueOf(rows(report).get(0));
        row.schema().fields().stream()
                .filter(field -> field.schema().isOptional())
                .forEach(field -> row.put(field, null));

        assertComesBack(row);
    }

    @Test
    void leavesATombstoneOne() {
        assertThat(avro.fromConnectData(null, null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void isReadWithALaterSchemaThatHasOneMoreColumn(Report<R> report) throws IOException {
        ReportSchema<R> schema = ReportSchema.of(report, ColumnRules.NONE);
        for (R row : rows(report)) {
            Struct today = schema.valueOf(row);

            Struct read = read(written(today), avro(today.schema()), avro(later(today.schema())));

            assertThat(ReadTopic.plain(read)).containsEntry(MORE, null).containsAllEntriesOf(ReadTopic.plain(today));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void readsWithTodaysSchemaWhatALaterVersionWrites(Report<R> report) throws IOException {
        ReportSchema<R> schema = ReportSchema.of(report, ColumnRules.NONE);
        for (R row : rows(report)) {
            Struct today = schema.valueOf(row);
            Struct later = new Struct(later(today.schema())).put(MORE, 1.5);
            today.schema().fields().forEach(field -> later.put(field.name(), today.get(field)));

            Struct read = read(written(later), avro(later.schema()), avro(today.schema()));

            assertThat(ReadTopic.plain(read)).isEqualTo(ReadTopic.plain(today));
        }
    }

    @Test
    void bringsProgressBack() throws IOException {
        Progress step =
                new Progress(Progress.Event.SLICE, 2L, DAY, 1, 2, 3, DAY.minusDays(4), Instant.ofEpochMilli(1_000_001));

        assertComesBack(step.value("http://localhost", "sessions"));
    }

    private static <R extends Row> List<R> rows(Report<R> report) {
        List<R> rows = SIMULATOR.dataset().rows(report, DAY.minusDays(6), DAY);
        assertThat(rows).isNotEmpty();
        return rows;
    }

    /** The schema of a later version of the connector: one more optional column, anywhere. */
    private static Schema later(Schema schema) {
        SchemaBuilder later = SchemaBuilder.struct()
                .name(schema.name())
                .version(schema.version() + 1)
                .field(MORE, Schema.OPTIONAL_FLOAT64_SCHEMA);
        schema.fields().forEach(field -> later.field(field.name(), field.schema()));
        return later.build();
    }

    private void assertComesBack(Struct struct) throws IOException {
        org.apache.avro.Schema schema = avro(struct.schema());

        Struct then = read(written(struct), schema, schema);

        assertThat(ReadTopic.plain(then)).isEqualTo(ReadTopic.plain(struct));
        assertSame(then.schema(), struct.schema());
    }

    /** As another program would have it: from the schema's text. */
    private org.apache.avro.Schema avro(Schema schema) {
        return new org.apache.avro.Schema.Parser()
                .parse(avro.fromConnectSchema(schema).toString());
    }

    private byte[] written(Struct struct) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(avro.fromConnectSchema(struct.schema()))
                .write(avro.fromConnectData(struct.schema(), struct), encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private Struct read(byte[] bytes, org.apache.avro.Schema writer, org.apache.avro.Schema reader) throws IOException {
        Object read = new GenericDatumReader<>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        return (Struct) avro.toConnectData(reader, read).value();
    }

    private static void assertSame(Schema actual, Schema expected) {
        assertThat(actual.name()).isEqualTo(expected.name());
        assertThat(actual.version()).isEqualTo(expected.version());
        assertThat(actual.fields()).hasSameSizeAs(expected.fields());
        expected.fields().forEach(field -> {
            Schema type = actual.field(field.name()).schema();
            assertThat(type.type()).as(field.name()).isEqualTo(field.schema().type());
            assertThat(type.name()).as(field.name()).isEqualTo(field.schema().name());
            assertThat(type.isOptional())
                    .as(field.name())
                    .isEqualTo(field.schema().isOptional());
        });
    }
}
