package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that all read: one company's year. Days are numbers since 1970 and instants are ms, as Calcite has them. No
 * lambda and no joined text here: the cold JVMs of the others would pay for what the JDK sets up behind them.
 */
final class SampleRows {
    static final int YEAR = 365;
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    static final long COMPANY_ID = 2;
    static final String COMPANY = "Northwind";
    private static final int FIRST = (int) FIRST_DAY.toEpochDay();
    private static final int DISTINCT_DOCUMENTS = 10_000;
    private static final long DAY_MILLIS = 86_400_000L;

    /**
     * A column.
     *
     * @param name its name
     * @param type its type, of {@link Types}
     */
    record Column(String name, int type) {}

    static final List<Column> SESSIONS = List.of(
            new Column("company_id", Types.BIGINT),
            new Column("company_name", Types.VARCHAR),
            new Column("date", Types.DATE),
            new Column("sessions_count", Types.BIGINT),
            new Column("unique_models_count", Types.BIGINT),
            new Column("average_session_length", Types.DOUBLE),
            new Column("user_queries_count", Types.BIGINT),
            new Column("model_responses_with_docs_count", Types.BIGINT),
            new Column("model_responses_count", Types.BIGINT),
            new Column("last_model_response_date", Types.TIMESTAMP));

    static final List<Column> DOCUMENTS = List.of(
            new Column("company_id", Types.BIGINT),
            new Column("company_name", Types.VARCHAR),
            new Column("date", Types.DATE),
            new Column("document_id", Types.BIGINT),
            new Column("document_filename", Types.VARCHAR),
            new Column("document_title", Types.VARCHAR),
            new Column("usage_count", Types.BIGINT));

    static final List<Column> CALENDAR = List.of(
            new Column("date", Types.DATE),
            new Column("calendar_month", Types.BIGINT),
            new Column("day_of_month", Types.BIGINT));

    private SampleRows() {}

    static List<Object[]> sessions(int days) {
        List<Object[]> rows = new ArrayList<>(days);
        for (int day = 0; day < days; day++) {
            rows.add(new Object[] {
                COMPANY_ID,
                COMPANY,
                FIRST + day,
                10L + day % 7,
                1L + day % 3,
                100.5 + day,
                40L + day,
                15L + day % 11,
                39L + day,
                (FIRST + day) * DAY_MILLIS + 61_000L * (day + 1)
            });
        }
        return rows;
    }

    static List<Object[]> documents(int days, int perDay) {
        String[] files = new String[DISTINCT_DOCUMENTS];
        String[] titles = new String[DISTINCT_DOCUMENTS];
        List<Object[]> rows = new ArrayList<>(days * perDay);
        for (int day = 0; day < days; day++) {
            for (int n = 0; n < perDay; n++) {
                int document = (day * perDay + n) % DISTINCT_DOCUMENTS;
                if (files[document] == null) {
                    String number = Integer.toString(document);
                    files[document] = "report-".concat(number).concat(".pdf");
                    titles[document] = "Report ".concat(number);
                }
                rows.add(new Object[] {
                    COMPANY_ID,
                    COMPANY,
                    FIRST + day,
                    10_000L + document,
                    files[document],
                    titles[document],
                    1L + document % 50
                });
            }
        }
        return rows;
    }

    static List<Object[]> calendar(int days) {
        List<Object[]> rows = new ArrayList<>(days);
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST_DAY.plusDays(day);
            rows.add(new Object[] {FIRST + day, (long) date.getMonthValue(), (long) date.getDayOfMonth()});
        }
        return rows;
    }
}
