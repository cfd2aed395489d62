package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void readsFieldsInAnyOrderAndSkipsWhatItDoesNotKnow() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            List<DocumentUse> expected = new ArrayList<>();
            String json = documents(random, expected);

            assertThat(read(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY.plusDays(3)), json))
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
                for (long document = 1; document <= random.nextInt(4); document++) {
                    String title = random.nextBoolean() ? "Title “" + document + "” \\u00e9" : null;
                    long count = random.nextLong(Long.MAX_VALUE);
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
                "\"sessions_count\": -1 | a whole number from 0",
                "\"sessions_count\": -1.0 | a whole number from 0",
                "\"sessions_count\": 1e400 | a 64-bit whole number",
                "\"average_session_length\": -0.5 | a finite number from 0",
                "\"average_session_length\": -7 | a finite number from 0",
                "\"average_session_length\": 1e400 | a finite number from 0",
                "\"average_session_length\": -1e400 | a finite number from 0",
                "\"average_session_length\": [1] | a number",
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
                "{\"company\": {\"name\": \"x\"}, \"dates\": []} | company.id",
                "{\"company\": {\"name\": \"x\"}, \"dates\": [{\"date\": \"2026-03-02\", \"chats\": {\"user_queries_count\": 1}}]} | company.id",
                "{\"company\": {\"id\": null}, \"dates\": []} | company.id",
                "{\"company\": null, \"dates\": []} | an object at company",
                "{\"dates\": []} | company.id",
                "{\"company\": {\"id\": 1}, \"dates\": [{\"chats\": {\"user_queries_count\": 1}}]} | dates[].date",
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
                "null | a JSON object",
                "7 | a JSON object",
                "{\"detail\": \"x\"} | by its field detail",
                "{\"reporting\": [], \"errors\": [{}]} | by its field errors",
                "{} | no reporting",
                "{\"metadata\": {}} | no reporting",
                "{\"metadata_agent\": {}, \"reporting_agent\": []} | no reporting",
                "{\"reporting\": null} | an array at reporting",
                "{\"reporting\": \"none\"} | an array at reporting",
                "{\"reporting\": [null]} | an object",
                "{\"reporting\": [[]]} | an object",
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
                + " \"sessions\": {\"sessions_count\": 1}, \"chats\": {\"last_model_response_date\": \"2026-03-02T10:00:00\"}}]}]}";
        ReportQuery<SessionsDay> all = ReportQuery.of(Reports.SESSIONS, DAY, DAY);

        assertThatThrownBy(() -> read(all, json)).hasMessageContaining("last_model_response_date");
        assertThat(read(all.select(Set.of("sessions_count")), json)).hasSize(1);
    }

    @Test
    void leavesColumnsEmptyThatNobodyAskedFor() {
        String json = Answers.documents(DAY, 1, 2);
        assertThat(read(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY).select(Set.of("usage_count")), json))
                .containsExactly(
                        new DocumentUse(1, null, DAY, 1, null, null, 1L),
                        new DocumentUse(1, null, DAY, 2, null, null, 1L));
    }

    private static final String COMPANY = "\"company\": {\"id\": 1, \"name\": \"x\"}";
    private static final String FIGURES =
            "\"sessions\": {\"sessions_count\": 3}, \"chats\": {\"user_queries_count\": 4}";
    private static final String SECOND = "{\"date\": \"2026-03-02\", " + FIGURES + "}";
    private static final String THIRD = "{\"date\": \"2026-03-03\", " + FIGURES + "}";

    /** Days of sessions of company 1, then what is said of them. */
    static Stream<Arguments> daysThatAreNotWhole() {
        return Stream.of(
                arguments("{\"date\": \"2026-03-02\"}", "no dates[].sessions and dates[].chats"),
                arguments("{\"date\": \"2026-03-02\", \"threads\": 7}", "no dates[].sessions and dates[].chats"),
                arguments(
                        "{\"date\": \"2026-03-02\", \"sessions\": {}, \"chats\": {}}",
                        "no dates[].sessions and dates[].chats"),
                arguments(
                        "{\"date\": \"2026-03-02\", \"sessions\": null, \"chats\": {\"user_queries_count\": 4}}",
                        "an object at dates[].sessions"),
                arguments(
                        SECOND + ", {\"date\": \"2026-03-03\", \"sessions\": {\"sessions_count\": 3}}",
                        "no dates[].chats in some rows"),
                arguments(
                        "{\"date\": \"2026-03-03\", \"sessions\": {\"sessions_count\": 3}}," + SECOND,
                        "no dates[].chats in some rows"),
                arguments("null", "an object at dates[]"),
                arguments("[]", "an object at dates[]"),
                arguments("{\"date\": null, " + FIGURES + "}", "dates[].date"),
                arguments("{\"date\": \"2026-02-30\", " + FIGURES + "}", "a day as YYYY-MM-DD"),
                arguments("{\"date\": \"2026-03-02T00:00:00Z\", " + FIGURES + "}", "a day as YYYY-MM-DD"),
                arguments("{\"date\": \"1999-12-31\", " + FIGURES + "}", "one of the days requested"),
                arguments("{\"date\": \"2026-03-04\", " + FIGURES + "}", "one of the days requested"),
                arguments("{\"date\": \"+999999999-12-31\", " + FIGURES + "}", "one of the days requested"),
                arguments("{\"date\": \"-999999999-01-01\", " + FIGURES + "}", "one of the days requested"),
                arguments(SECOND + "," + SECOND, "company 1 on 2026-03-02 twice"),
                arguments(SECOND + "," + THIRD + "," + SECOND, "company 1 on 2026-03-02 twice"),
                arguments(
                        "{\"date\": \"2026-03-02\", \"date\": \"2026-03-03\", " + FIGURES + "}", "dates[].date twice"),
                arguments("{\"date\": \"2026-03-02\", " + FIGURES + "," + FIGURES + "}", "dates[].sessions twice"),
                arguments(
                        "{\"date\": \"2026-03-02\", \"sessions\": {\"sessions_count\": 1, \"sessions_count\": 777}}",
                        "dates[].sessions.sessions_count twice"),
                arguments(
                        "{\"date\": \"2026-03-02\", \"sessions\": {\"sessions_count\": 1, \"sessions\\u005fcount\": null}}",
                        "dates[].sessions.sessions_count twice"));
    }

    @ParameterizedTest
    @MethodSource("daysThatAreNotWhole")
    void refusesADayThatIsNotWhole(String days, String said) {
        for (String entry : List.of(
                "{" + COMPANY + ", \"dates\": [" + days + "]}", "{\"dates\": [" + days + "], " + COMPANY + "}")) {
            String json = "{\"metadata\": {}, \"reporting\": [" + entry + "]}";
            String expected = said.startsWith("company 1 on") && entry.startsWith("{\"dates") ? "twice" : said;
            assertThatThrownBy(() -> read(ReportQuery.of(Reports.SESSIONS, DAY, DAY.plusDays(1)), json))
                    .as(json)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(expected);
        }
    }

    /** Entries of companies, then what is said of them. */
    static Stream<Arguments> companiesThatAreNotWhole() {
        String days = "\"dates\": [" + SECOND + "]";
        return Stream.of(
                arguments("{" + COMPANY + "}", "no dates"),
                arguments("{" + COMPANY + ", \"dates\": null}", "an array at dates[]"),
                arguments("{" + COMPANY + ", \"dates\": {}}", "an array at dates[]"),
                arguments("{" + COMPANY + "," + days + ", \"dates\": []}", "dates twice"),
                arguments("{" + COMPANY + ", \"dates\": []," + days + "}", "dates twice"),
                arguments("{" + COMPANY + "," + COMPANY + "," + days + "}", "company twice"),
                arguments("{\"company\": {\"id\": 1, \"id\": 2}, " + days + "}", "company.id twice"),
                arguments("{\"company\": {\"id\": 0}, " + days + "}", "a whole number from 1"),
                arguments("{\"company\": {\"id\": -1}, " + days + "}", "a whole number from 1"),
                arguments("{\"company\": {\"id\": \"1\"}, " + days + "}", "a whole number"),
                arguments("{\"company\": {\"id\": 1.5}, " + days + "}", "a 64-bit whole number"),
                arguments("{" + COMPANY + "," + days + "}, {" + COMPANY + "," + days + "}", "twice"),
                arguments("{" + COMPANY + "," + days + "}, {" + days + "," + COMPANY + "}", "twice"));
    }

    @ParameterizedTest
    @MethodSource("companiesThatAreNotWhole")
    void refusesACompanyThatIsNotWhole(String companies, String said) {
        assertThatThrownBy(
                        () -> read(ReportQuery.of(Reports.SESSIONS, DAY, DAY), "{\"reporting\": [" + companies + "]}"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"documents\": null | an array at dates[].documents[]",
                "\"documents\": 7 | an array at dates[].documents[]",
                "\"files\": [] | no dates[].documents",
                "\"documents\": [null] | an object at dates[].documents[]",
                "\"documents\": [{}] | no dates[].documents[].usage_count",
                "\"documents\": [{\"document_id\": 5, \"document_title\": \"x\"}] | no dates[].documents[].usage_count",
                "\"documents\": [{\"usage_count\": 5}] | dates[].documents[].document_id",
                "\"documents\": [{\"document_id\": 0, \"usage_count\": 1}] | a whole number from 1",
                "\"documents\": [{\"document_id\": -7, \"usage_count\": 1}] | a whole number from 1",
                "\"documents\": [{\"document_id\": 5, \"usage_count\": -1}] | a whole number from 0",
                "\"documents\": [{\"document_id\": 5, \"usage_count\": 1, \"usage_count\": 2}] | usage_count twice",
                "\"documents\": [], \"documents\": [] | dates[].documents twice",
            })
    void refusesDocumentsThatAreNotWhole(String field, String said) {
        assertThatThrownBy(() -> read(
                        ReportQuery.of(Reports.DOCUMENTS, DAY, DAY),
                        "{\"reporting\": [{" + COMPANY + ", \"dates\": [{\"date\": \"2026-03-02\", " + field + "}]}]}"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(said);
    }

    @Test
    void refusesADayThatComesTwiceAlsoWithoutRows() {
        String twice = "{\"date\": \"2026-03-02\", \"documents\": []}, {\"date\": \"2026-03-02\", \"documents\": []}";
        String outside = "{\"date\": \"2026-03-03\", \"documents\": []}";
        String nameless = "{\"documents\": []}";
        for (String days : List.of(twice, outside, nameless)) {
            assertThatThrownBy(() -> read(
                            ReportQuery.of(Reports.DOCUMENTS, DAY, DAY),
                            "{\"reporting\": [{" + COMPANY + ", \"dates\": [" + days + "]}]}"))
                    .as(days)
                    .isInstanceOf(UnexpectedResponseException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"company\": {\"id\": 2}} | no total_historical_members and current_active_members",
                "{\"company\": {\"id\": 2}, \"current_active_members\": -1} | a whole number from 0",
                "{\"current_active_members\": 1} | company.id",
                "null | an object",
            })
    void refusesMembersThatAreNotWhole(String entry, String said) {
        String whole = "{\"company\": {\"id\": 1}, \"current_active_members\": 1}";
        ReportQuery<?> query = ReportQuery.of(Reports.MEMBERS, DAY, DAY);

        assertThatThrownBy(() -> read(query, "{\"reporting\": [" + whole + "," + entry + "]}"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(said);
        assertThatThrownBy(() -> read(query, "{\"reporting\": [" + whole + "," + whole + "]}"))
                .hasMessageContaining("company 1 twice");
        assertThat(read(query, "{\"reporting\": [" + whole + "]}")).hasSize(1);
    }

    /** What an instance may answer, with the number of rows. */
    static Stream<Arguments> answersThatMayBe() {
        String day = "{" + COMPANY + ", \"dates\": [" + SECOND + "]}";
        return Stream.of(
                arguments("{\"reporting\": []}", 0),
                arguments("{\"reporting\": [{" + COMPANY + ", \"dates\": []}]}", 0),
                arguments("{\"reporting\": [{" + COMPANY + ", \"dates\": []}, {" + COMPANY + ", \"dates\": []}]}", 0),
                arguments("{\"reporting\": [" + day + "]} \n\t ", 1),
                arguments("\ufeff{\"reporting\": [" + day + "]}", 1),
                arguments("{\"new\": " + "[".repeat(5_000) + "]".repeat(5_000) + ", \"reporting\": [" + day + "]}", 1),
                arguments("{\"new\": 1, \"new\": 2, \"reporting\": [" + day + "], \"metadata\": null}", 1),
                // An older instance that lacks an object in all rows, and a field.
                arguments(
                        "{\"reporting\": [{" + COMPANY
                                + ", \"dates\": [{\"date\": \"2026-03-02\", \"chats\": {\"user_queries_count\": null}}]}]}",
                        1));
    }

    @ParameterizedTest
    @MethodSource("answersThatMayBe")
    void takesWhatAnInstanceMayAnswer(String json, int rows) {
        assertThat(read(ReportQuery.of(Reports.SESSIONS, DAY, DAY), json)).hasSize(rows);
    }

    /** Answers that go on after their end, or hold a part twice. */
    static Stream<Arguments> answersThatGoOn() {
        String answer = "{\"reporting\": [{" + COMPANY + ", \"dates\": [" + SECOND + "]}]}";
        String more = answer.substring(1, answer.length() - 1);
        return Stream.of(
                arguments(answer + answer, "nothing after its end"),
                arguments(answer + " {}", "nothing after its end"),
                arguments(answer + " null", "nothing after its end"),
                arguments(answer + "}", "not JSON"),
                arguments(answer + "]", "not JSON"),
                arguments(answer + " garbage", "not JSON"),
                arguments(answer + "\u0000", "not JSON"),
                arguments("{" + more + "," + more + "}", "reporting twice"),
                arguments("{" + more + ", \"reporting\": []}", "reporting twice"),
                arguments("{\"reporting\": null, " + more + "}", "an array at reporting"),
                arguments("{" + more + ", \"reporting_agent\": [], \"reporting_agent\": []}", "reporting_agent twice"),
                arguments("{\"metadata\": {}, \"metadata\": {}, " + more + "}", "metadata twice"));
    }

    @ParameterizedTest
    @MethodSource("answersThatGoOn")
    void refusesAnAnswerThatGoesOnAfterItsEndOrHoldsAPartTwice(String json, String said) {
        assertThatThrownBy(() -> read(ReportQuery.of(Reports.SESSIONS, DAY, DAY), json))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(said);
    }

    @Test
    void anInstanceThatDescribesThreadsOffersThem() {
        String old = "{\"metadata\": {}, \"reporting\": []}";
        String damaged = "{\"metadata\": {}, \"reporting\": [], \"metadata_agent\": {}}";

        assertThatThrownBy(() -> read(ReportQuery.of(Reports.THREADS, DAY, DAY), old))
                .hasMessageContaining("does not offer");
        assertThatThrownBy(() -> read(ReportQuery.of(Reports.THREADS, DAY, DAY), damaged))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("no reporting_agent");
    }

    @Test
    void anAnswerOnOneCompanyThatHoldsOnlyOthersSaysNothingAboutIt() {
        ReportQuery<SessionsDay> seven =
                ReportQuery.of(Reports.SESSIONS, DAY, DAY).ofCompanies(Set.of(7L));
        String one = "{" + COMPANY + ", \"dates\": [" + SECOND + "]}";
        String noDays = "{\"company\": {\"id\": 7}, \"dates\": []}";

        assertThatThrownBy(() -> read(seven, "{\"reporting\": [" + one + "]}"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("company 7 alone was requested");
        assertThat(read(seven, "{\"reporting\": [" + one + "," + noDays + "]}")).hasSize(1);
        assertThat(read(seven, "{\"reporting\": []}")).isEmpty();
    }

    @Test
    void refusesMoreRowsBeforeTheirCompanyThanItHoldsBack() {
        String title = "x".repeat(100_000);
        StringBuilder documents = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            documents
                    .append(i == 1 ? "" : ",")
                    .append("{\"document_id\": ")
                    .append(i)
                    .append(", \"document_title\": \"")
                    .append(title)
                    .append("\", \"usage_count\": 1}");
        }
        String days = "\"dates\": [{\"date\": \"2026-03-02\", \"documents\": [" + documents + "]}]";
        ReportQuery<DocumentUse> query = ReportQuery.of(Reports.DOCUMENTS, DAY, DAY);

        assertThat(read(query, "{\"reporting\": [{" + COMPANY + "," + days + "}]}"))
                .hasSize(100);
        assertThatThrownBy(() -> read(query, "{\"reporting\": [{" + days + "," + COMPANY + "}]}"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("more rows before their company and day");
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
