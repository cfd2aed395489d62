package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.registry.utils.converter.avro.AvroData;
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
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
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
        ReportSchema<R> schema = ReportSchema.of(
                report,
                ConnectorConfig.of(Map.of("paradigm.base.url", "http://localhost", "paradigm.api.key", "k"))
                        .columnRules());
        List<R> rows = SIMULATOR.dataset().rows(report, DAY.minusDays(6), DAY);
        assertThat(rows).isNotEmpty();
        for (R row : rows) {
            List<Object> key = report.key().stream()
                    .map((Column<R> column) -> column.value(row))
                    .toList();
            assertComesBack(schema.valueOf(row));
            assertComesBack(schema.keyOf(key));
        }
    }

    @Test
    void bringsProgressBack() throws IOException {
        Progress step =
                new Progress(Progress.Event.SLICE, 2L, DAY, 1, 2, 3, DAY.minusDays(4), Instant.ofEpochMilli(1_000_001));

        assertComesBack(step.value("http://localhost", "sessions"));
    }

    private void assertComesBack(Struct struct) throws IOException {
        org.apache.avro.Schema schema = avro.fromConnectSchema(struct.schema());
        // As another program would read it: from the schema's text.
        org.apache.avro.Schema read = new org.apache.avro.Schema.Parser().parse(schema.toString());
        Object value = avro.fromConnectData(struct.schema(), struct);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(value, encoder);
        encoder.flush();

        SchemaAndValue back = avro.toConnectData(
                read,
                new GenericDatumReader<>(read)
                        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)));

        assertThat(back.value()).isInstanceOf(Struct.class);
        Struct then = (Struct) back.value();
        assertThat(ReadTopic.plain(then)).isEqualTo(ReadTopic.plain(struct));
        assertSame(back.schema(), struct.schema());
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
