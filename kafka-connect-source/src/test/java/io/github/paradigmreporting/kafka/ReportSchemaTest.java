package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportSchemaTest {
    private static final Map<ColumnType, Schema.Type> TYPES = Map.of(
            ColumnType.BIGINT, Schema.Type.INT64,
            ColumnType.DOUBLE, Schema.Type.FLOAT64,
            ColumnType.TEXT, Schema.Type.STRING,
            ColumnType.DATE, Schema.Type.INT32,
            ColumnType.TIMESTAMP, Schema.Type.INT64);

    static Stream<Report<?>> reports() {
        return Reports.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void describesEveryColumn(Report<?> report) {
        Schema value = ReportSchema.of(report, ColumnRules.NONE).value();
        assertThat(value.fields().stream().map(Field::name))
                .containsExactlyElementsOf(
                        report.columns().stream().map(Column::name).toList());
        for (Column<?> column : report.columns()) {
            Schema field = value.field(column.name()).schema();
            assertThat(field.type()).as(column.name()).isEqualTo(TYPES.get(column.type()));
            assertThat(field.isOptional()).as(column.name()).isEqualTo(column.nullable());
            assertThat(field.doc()).as(column.name()).startsWith(column.description());
        }
        assertThat(value.version()).isEqualTo(1);
        assertThat(value.doc()).isEqualTo(report.description());
        // Avro takes these as full names.
        assertThat(value.name()).matches("io\\.github\\.paradigmreporting\\.reports\\.[A-Z][a-z]+");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keysByTheReportsKeyColumns(Report<?> report) {
        Schema key = ReportSchema.of(report, ColumnRules.NONE).key();
        assertThat(key.fields().stream().map(Field::name))
                .containsExactlyElementsOf(
                        report.key().stream().map(Column::name).toList());
        assertThat(key.fields()).noneMatch(field -> field.schema().isOptional());
    }

    @Test
    void usesLogicalTypesForDaysAndInstants() {
        Schema value = ReportSchema.of(Reports.SESSIONS, ColumnRules.NONE).value();
        assertThat(value.field("date").schema().name()).isEqualTo(Date.LOGICAL_NAME);
        assertThat(value.field("last_model_response_date").schema().name()).isEqualTo(Timestamp.LOGICAL_NAME);
    }

    @Test
    void keepsDaysAndInstantsInAnyZoneOfTheWorker() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Niue", "Europe/Vienna")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                LocalDate day = LocalDate.of(2025, 3, 30);
                Instant instant = Instant.parse("2025-03-30T01:30:00.123Z");
                Struct value = ReportSchema.of(Reports.SESSIONS, ColumnRules.NONE)
                        .valueOf(new SessionsDay(2, "Northwind", day, 14L, null, 311.5, 58L, 21L, 57L, instant));
                value.validate();
                assertThat(Date.fromLogical(value.schema().field("date").schema(), (java.util.Date) value.get("date")))
                        .isEqualTo((int) day.toEpochDay());
                assertThat(Timestamp.fromLogical(
                                value.schema().field("last_model_response_date").schema(),
                                (java.util.Date) value.get("last_model_response_date")))
                        .isEqualTo(instant.toEpochMilli());
                assertThat(value.get("unique_models_count")).isNull();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
