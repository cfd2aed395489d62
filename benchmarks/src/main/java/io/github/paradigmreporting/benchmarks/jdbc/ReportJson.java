package io.github.paradigmreporting.benchmarks.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The sample rows as the API writes them: sessions, or documents when there are some per day. */
final class ReportJson {
    private final StringBuilder json = new StringBuilder("{\"metadata\": {}, \"reporting\": [");

    ReportJson(LocalDate from, LocalDate to, int documentsPerDay) {
        int first = Math.max(0, (int) ChronoUnit.DAYS.between(SampleRows.FIRST_DAY, from));
        int end = Math.min(SampleRows.YEAR, (int) ChronoUnit.DAYS.between(SampleRows.FIRST_DAY, to) + 1);
        if (first < end) {
            json.append("{\"company\": {\"name\": \"").append(SampleRows.COMPANY);
            json.append("\", \"id\": ").append(SampleRows.COMPANY_ID).append("}, \"dates\": [");
            List<Object[]> rows =
                    documentsPerDay == 0 ? SampleRows.sessions(end) : SampleRows.documents(end, documentsPerDay);
            int perDay = Math.max(1, documentsPerDay);
            for (int day = first; day < end; day++) {
                json.append(day == first ? "{" : ", {")
                        .append("\"date\": \"")
                        .append(SampleRows.FIRST_DAY.plusDays(day))
                        .append("\", ");
                List<Object[]> ofDay = rows.subList(day * perDay, (day + 1) * perDay);
                if (documentsPerDay == 0) {
                    sessions(ofDay.get(0));
                } else {
                    documents(ofDay);
                }
                json.append('}');
            }
            json.append("]}");
        }
        json.append("]}");
    }

    private void sessions(Object[] row) {
        json.append("\"sessions\": {\"sessions_count\": ").append(row[3]);
        json.append(", \"unique_models_count\": ").append(row[4]);
        json.append(", \"average_session_length\": ").append(row[5]);
        json.append("}, \"chats\": {\"user_queries_count\": ").append(row[6]);
        json.append(", \"model_responses_with_docs_count\": ").append(row[7]);
        json.append(", \"model_responses_count\": ").append(row[8]);
        json.append(", \"last_model_response_date\": \"").append(Instant.ofEpochMilli((Long) row[9]));
        json.append("\"}");
    }

    private void documents(List<Object[]> rows) {
        json.append("\"documents\": [");
        for (Object[] row : rows) {
            json.append(row == rows.get(0) ? "" : ", ");
            json.append("{\"document_filename\": \"").append(row[4]);
            json.append("\", \"document_title\": \"").append(row[5]);
            json.append("\", \"document_id\": ").append(row[3]);
            json.append(", \"usage_count\": ").append(row[6]).append('}');
        }
        json.append(']');
    }

    byte[] bytes() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
