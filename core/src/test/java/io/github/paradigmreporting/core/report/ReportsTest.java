package io.github.paradigmreporting.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every report, whatever it reports. */
class ReportsTest {
    private static final String SNAKE_CASE = "[a-z]+(_[a-z]+)*";

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @Test
    void eachHasItsOwnName() {
        assertThat(Reports.ALL)
                .extracting(Report::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(SNAKE_CASE));
        assertThat(Reports.ALL).extracting(Report::rowType).doesNotHaveDuplicates();
    }

    @Test
    void noTwoReadTheSamePlace() {
        assertThat(Reports.ALL)
                .extracting(report -> report.endpoint() + " " + report.rowsField())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isFoundByNameAndByTheApisName(Report<?> report) {
        assertThat(Reports.find(report.name())).contains(report);
        assertThat(Reports.find(report.name().toUpperCase(Locale.ROOT))).contains(report);
        assertThat(Reports.named(report.name())).isSameAs(report);
        assertThat(Reports.find(report.endpoint()).orElseThrow().endpoint()).isEqualTo(report.endpoint());
    }

    @Test
    void theFirstOfTwoThatShareAnEndpointAnswersToIt() {
        assertThat(Reports.find("chat-sessions")).contains(Reports.SESSIONS);
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        assertThat(Reports.find("sesions")).isEmpty();
        assertThatThrownBy(() -> Reports.named("sesions"))
                .hasMessageContaining("'sesions'")
                .hasMessageContaining("sessions, threads, feedback, documents, tools, members");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isDescribed(Report<?> report) {
        assertThat(report.description()).matches("[A-Z].*\\.");
        assertThat(report.endpoint()).matches("[a-z]+(-[a-z]+)*");
        for (Column<?> column : report.columns()) {
            assertThat(column.name()).matches(SNAKE_CASE);
            assertThat(column.description())
                    .as("description of %s", column.name())
                    .matches("[A-Z].*\\.");
        }
        assertThat(report.columns()).extracting(Column::path).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasItsKeyBeforeItsMetrics(Report<?> report) {
        List<? extends Column<?>> columns = report.columns();
        assertThat(columns.get(0).name()).isEqualTo("company_id");
        assertThat(columns.get(1).name()).isEqualTo("company_name");
        assertThat(report.key()).isNotEmpty().allMatch(Column::key).noneMatch(Column::nullable);
        int lastKey = 0;
        int firstMetric = columns.size();
        for (int i = columns.size() - 1; i >= 0; i--) {
            lastKey = Math.max(lastKey, columns.get(i).key() ? i : 0);
            firstMetric = columns.get(i).unit() == Unit.NONE ? firstMetric : i;
        }
        assertThat(lastKey).isLessThan(firstMetric);
        assertThat(firstMetric).as("a report without metrics reports nothing").isLessThan(columns.size());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void namesTheUnitOfEachMetricAndOfNothingElse(Report<?> report) {
        for (Column<?> column : report.columns()) {
            boolean number = column.type() == ColumnType.BIGINT || column.type() == ColumnType.DOUBLE;
            assertThat(column.unit() != Unit.NONE).as(column.name()).isEqualTo(number && !column.key());
            assertThat(column.unit().symbol().isEmpty()).isEqualTo(column.unit() == Unit.NONE);
            if (column.additive()) {
                assertThat(column.unit()).as("a mean cannot be summed").isEqualTo(Unit.COUNT);
            }
            assertThat(column.additive() && column.name().startsWith("unique_"))
                    .as("different things of two days may be the same")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void countsDaysOrWindows(Report<?> report) {
        boolean byDay = report.grain() == Grain.DAY;
        assertThat(DayRow.class.isAssignableFrom(report.rowType())).isEqualTo(byDay);
        assertThat(report.column("date").map(Column::key).orElse(false)).isEqualTo(byDay);
        assertThat(report.columns().stream().anyMatch(Column::fromRequest)).isEqualTo(!byDay);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasARecordWithAComponentPerColumn(Report<?> report) {
        List<String> components = Arrays.stream(report.rowType().getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
        assertThat(components)
                .isEqualTo(report.columns().stream().map(Column::name).toList());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void takesEveryCellToItsColumnAndNoOther(Report<?> report) {
        roundTrip(report);
    }

    private static <R extends Row> void roundTrip(Report<R> report) {
        Cells cells = new Cells(report.columns().size());
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            Object value = distinct(report.columns().get(i).type(), i);
            set(cells, i, value);
            expected.add(value);
        }
        R row = report.row(cells);
        assertThat(row).isInstanceOf(report.rowType());
        assertThat(report.values(row)).isEqualTo(expected);
        for (Column<R> column : report.columns()) {
            assertThat(column.value(row)).isInstanceOf(column.type().javaType());
            assertThat(report.column(column.name().toUpperCase(Locale.ROOT))).contains(column);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void leavesWhatIsMissingNull(Report<?> report) {
        onlyKeys(report);
    }

    private static <R extends Row> void onlyKeys(Report<R> report) {
        Cells cells = new Cells(report.columns().size());
        List<@Nullable Object> expected = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            Column<R> column = report.columns().get(i);
            Object value = column.key() || column.fromRequest() ? distinct(column.type(), i) : null;
            if (value != null) {
                set(cells, i, value);
            }
            expected.add(value);
        }
        assertThat(report.values(report.row(cells))).isEqualTo(expected);
    }

    /** A value that no other column has. */
    private static Object distinct(ColumnType type, int column) {
        return switch (type) {
            case BIGINT -> 1_000_000_000_000L + column;
            case DOUBLE -> column + 0.5;
            case TEXT -> "text " + column;
            case DATE -> LocalDate.of(2026, 1, 1).plusDays(column);
            case TIMESTAMP -> Instant.ofEpochSecond(column);
        };
    }

    private static void set(Cells cells, int column, Object value) {
        if (value instanceof Long number) {
            cells.setLong(column, number);
        } else if (value instanceof Double number) {
            cells.setDouble(column, number);
        } else {
            cells.set(column, value);
        }
    }
}
