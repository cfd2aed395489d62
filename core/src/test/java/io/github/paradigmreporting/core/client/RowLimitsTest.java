package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of one answer is held, and what of it stands in a message. */
final class RowLimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String COMPANY = "\"company\": {\"id\": 2, \"name\": \"Acme\"}";
    private static final String CAME = "came: ";

    @Test
    void holdsBackAHundredThousandRowsBeforeTheirCompany() {
        assertThat(rowsBeforeTheirCompany(100_000)).isEqualTo(100_000);
        assertThatThrownBy(() -> rowsBeforeTheirCompany(100_001))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("more rows before their company and day")
                .hasMessageContaining("windowDays");
    }

    @Test
    void holdsBackEightMebibytesBeforeTheirCompany() {
        assertThat(rowsBeforeTheirCompany(8_000, 950)).isEqualTo(8_000);
        assertThatThrownBy(() -> rowsBeforeTheirCompany(8_400, 1_000))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("more rows before their company and day");
    }

    @Test
    void readsATextOfAMillionCharacters() {
        assertThat(rows(1, document(1, "x".repeat(1_000_000)))).isEqualTo(1);
        assertThatThrownBy(() -> rows(1, document(1, "x".repeat(1_000_001)))).isInstanceOf(ReportingException.class);
    }

    @Test
    void quotesThreeHundredCharactersOfAValue() {
        assertThat(quoteOf("y".repeat(300))).startsWith("y".repeat(300) + ";");
        assertThat(quoteOf("y".repeat(301))).startsWith("y".repeat(300) + "…;");
    }

    private static String quoteOf(String day) {
        String answer = answer(COMPANY + ", \"dates\": [{\"date\": \"" + day + "\", \"documents\": []}]");
        try {
            read(answer);
        } catch (UnexpectedResponseException e) {
            String message = String.valueOf(e.getMessage());
            assertThat(message).contains(CAME);
            return message.substring(message.indexOf(CAME) + CAME.length());
        }
        throw new AssertionError("was read");
    }

    private static int rowsBeforeTheirCompany(int count) {
        return rowsBeforeTheirCompany(count, 0);
    }

    private static int rowsBeforeTheirCompany(int count, int characters) {
        String title = "x".repeat(characters);
        String documents = IntStream.rangeClosed(1, count)
                .mapToObj(id -> document(id, title))
                .collect(Collectors.joining(","));
        return read(answer("\"dates\": [{\"date\": \"2026-03-02\", \"documents\": [" + documents + "]}], " + COMPANY));
    }

    private static int rows(int count, String documents) {
        int read =
                read(answer(COMPANY + ", \"dates\": [{\"date\": \"2026-03-02\", \"documents\": [" + documents + "]}]"));
        assertThat(read).isEqualTo(count);
        return read;
    }

    private static String document(int id, String title) {
        return "{\"document_id\": " + id + ", \"document_title\": \"" + title + "\", \"usage_count\": 1}";
    }

    private static String answer(String company) {
        return "{\"reporting\": [{" + company + "}]}";
    }

    /** How many rows are read. */
    private static int read(String json) {
        ReportQuery<DocumentUse> query = ReportQuery.of(Reports.DOCUMENTS, DAY, DAY);
        Shape shape = new Shape(query.report(), query.columns());
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int rows = 0;
        try (RowReader<DocumentUse> reader = RowReaders.open(query, shape, new ByteArrayInputStream(bytes))) {
            while (reader.next() != null) {
                rows++;
            }
        }
        return rows;
    }
}
