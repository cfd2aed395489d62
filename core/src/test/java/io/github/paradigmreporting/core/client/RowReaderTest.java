package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void readsFieldsInAnyOrderAndSkipsWhatItDoesNotKnow() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            List<DocumentUse> expected = new ArrayList<>();
            String json = documents(random, expected);

            assertThat(read(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY), json))
                    .as("seed %s: %s", seed, json)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** An answer whose every object has its fields shuffled and strangers among them. */
    private static String documents(Random random, List<DocumentUse> expected) {
        List<String> companies = new ArrayList<>();
        for (long id = 1; id <= 1 + random.nextInt(3); id++) {
            List<String> days = new ArrayList<>();
            for (int d = 0; d < random.nextInt(4); d++) {
                LocalDate day = DAY.plusDays(d);
                List<String> documents = new ArrayList<>();
                for (long document = 0; document < random.nextInt(4); document++) {
                    String title = random.nextBoolean() ? "Title “" + document + "” \\u00e9" : null;
                    long count = random.nextLong();
                    expected.add(new DocumentUse(
                            id,
                            "C" + id,
                            day,
                            document,
                            "f" + document,
                            title == null ? null : title.replace("\\u00e9", "é"),
                            count));
                    documents.add(object(
                            random,
                            field("document_id", document),
                            field("document_filename", "\"f" + document + "\""),
                            field("document_title", title == null ? "null" : "\"" + title + "\""),
                            field("usage_count", count)));
                }
                days.add(object(random, field("date", "\"" + day + "\""), field("documents", documents)));
            }
            String company = object(random, field("id", id), field("name", "\"C" + id + "\""));
            companies.add(object(random, field("company", company), field("dates", days)));
        }
        return object(random, field("metadata", "{}"), field("reporting", companies));
    }

    private static String field(String name, Object value) {
        return "\"" + name + "\": " + value;
    }

    private static String object(Random random, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        if (random.nextInt(3) == 0) {
            all.add(field("unknown", "{\"date\": [1, {\"company\": null}], \"id\": \"x\"}"));
        }
        Collections.shuffle(all, random);
        return "{" + String.join(", ", all) + "}";
    }

    @ParameterizedTest
    @CsvSource({"14, 14", "14.0, 14", "1.4e1, 14", "9223372036854775807, 9223372036854775807", "null,"})
    void readsACountHoweverItIsWritten(String written, Long count) {
        assertThat(sessions("\"sessions_count\": " + written))
                .extracting(SessionsDay::sessionsCount)
                .containsExactly(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sessions_count\": 14.5 | a 64-bit whole number",
                "\"sessions_count\": 9223372036854775808 | a 64-bit whole number",
                "\"sessions_count\": \"14\" | a whole number",
                "\"sessions_count\": true | a whole number",
                "\"average_session_length\": \"long\" | a number",
                "\"sessions_count\": {} | a whole number",
            })
    void namesTheFieldWhoseValueIsNotWhatItShouldBe(String field, String expected) {
        assertThatThrownBy(() -> sessions(field))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("sessions")
                .hasMessageContaining(field.substring(1, field.indexOf(':') - 1))
                .hasMessageContaining("should be " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"company\": {\"name\": \"x\"}, \"dates\": [{\"date\": \"2026-03-02\"}]} | company.id",
                "{\"company\": null, \"dates\": [{\"date\": \"2026-03-02\"}]} | company.id",
                "{\"company\": {\"id\": 1}, \"dates\": [{\"sessions\": null}]} | dates[].date",
            })
    void refusesARowWithoutItsKey(String company, String path) {
        assertThatThrownBy(() -> read(ReportQuery.of(Reports.SESSIONS, DAY, DAY), "{\"reporting\": [" + company + "]}"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | a JSON object",
                "{\"reporting\": {}} | an array at reporting",
                "{\"reporting\": [7]} | an object",
                "{\"detail\": \"x\"} | no reporting",
                "{\"reporting\": [{\"company\": {\"id\": 1}, \"dates\": 7}]} | an array at dates[]",
                "{\"reporting\": [{\"company\": [], \"dates\": []}]} | an object at company",
                "{\"reporting\": [{\"company\": {\"id\": 1}, \"dates\": [{\"date\": \"02/03/2026\"}]}]} | YYYY-MM-DD",
            })
    void refusesAnAnswerOfAnotherShape(String json, String said) {
        assertThatThrownBy(() -> read(ReportQuery.of(Reports.SESSIONS, DAY, DAY), json))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(said);
    }

    @Test
    void takesAnInstantWithoutItsOffsetForUnusableUnlessNobodyAskedForIt() {
        String json = "{\"reporting\": [{\"company\": {\"id\": 1}, \"dates\": [{\"date\": \"2026-03-02\","
                + " \"chats\": {\"last_model_response_date\": \"2026-03-02T10:00:00\"}}]}]}";
        ReportQuery<SessionsDay> all = ReportQuery.of(Reports.SESSIONS, DAY, DAY);

        assertThatThrownBy(() -> read(all, json)).hasMessageContaining("last_model_response_date");
        assertThat(read(all.select(Set.of("sessions_count")), json)).hasSize(1);
    }

    @Test
    void leavesColumnsEmptyThatNobodyAskedFor() {
        String json = Answers.documents(DAY, 1, 2);
        assertThat(read(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY).select(Set.of("usage_count")), json))
                .containsExactly(
                        new DocumentUse(1, null, DAY, 0, null, null, 1L),
                        new DocumentUse(1, null, DAY, 1, null, null, 1L));
    }

    @Test
    void takesAbsentAndNullArraysForNoRows() {
        for (Report<?> report : Reports.ALL) {
            String company = "{\"company\": {\"id\": 1, \"name\": \"x\"}, \"dates\": null}";
            List<?> rows =
                    read(ReportQuery.of(report, DAY, DAY), "{\"" + report.rowsField() + "\": [" + company + "]}");
            assertThat(rows).as(report.name()).hasSize(report == Reports.MEMBERS ? 1 : 0);
        }
    }

    private static List<SessionsDay> sessions(String field) {
        return read(
                ReportQuery.of(Reports.SESSIONS, DAY, DAY),
                "{\"reporting\": [{\"company\": {\"id\": 1}, \"dates\": [{\"date\": \"2026-03-02\", \"sessions\": {"
                        + field + "}}]}]}");
    }

    private static <R extends Row> List<R> read(ReportQuery<R> query, String json) {
        Shape shape = new Shape(query.report(), query.columns());
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (RowReader<R> reader = RowReaders.open(query, shape, new ByteArrayInputStream(bytes))) {
            List<R> rows = new ArrayList<>();
            for (R row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
