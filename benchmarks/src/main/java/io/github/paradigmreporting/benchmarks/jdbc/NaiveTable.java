package io.github.paradigmreporting.benchmarks.jdbc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.jspecify.annotations.Nullable;

/** A Calcite table that asks an instance for all its days, with nothing but what everybody has at hand. */
final class NaiveTable extends AbstractTable implements ScannableTable {
    private final List<SampleRows.Column> columns;
    private final URI uri;

    NaiveTable(List<SampleRows.Column> columns, String baseUrl, String path, String days) {
        this.columns = columns;
        this.uri = URI.create(baseUrl + "/api/v2/reporting/" + path + "/?" + days);
    }

    record Answer(List<Company> reporting) {}

    record Company(Name company, List<Day> dates) {}

    record Name(long id, String name) {}

    record Day(
            String date,
            @Nullable Sessions sessions,
            @Nullable Chats chats,
            @Nullable List<Document> documents) {}

    record Sessions(
            @JsonProperty("sessions_count") Long sessions,
            @JsonProperty("unique_models_count") Long models,
            @JsonProperty("average_session_length") Double length) {}

    record Chats(
            @JsonProperty("user_queries_count") Long queries,
            @JsonProperty("model_responses_with_docs_count") Long withDocuments,
            @JsonProperty("model_responses_count") Long responses,
            @JsonProperty("last_model_response_date") String last) {}

    record Document(
            @JsonProperty("document_id") Long id,
            @JsonProperty("document_filename") String filename,
            @JsonProperty("document_title") String title,
            @JsonProperty("usage_count") Long uses) {}

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return RowsTable.rowType(types, columns);
    }

    @Override
    public Enumerable<Object[]> scan(DataContext context) {
        List<Object[]> rows = new ArrayList<>();
        for (Company company : ask().reporting()) {
            for (Day day : company.dates()) {
                add(rows, company.company(), (int) LocalDate.parse(day.date()).toEpochDay(), day);
            }
        }
        return Linq4j.asEnumerable(rows);
    }

    private Answer ask() {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + Peers.KEY)
                .build();
        try {
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new ObjectMapper()
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .readValue(response.body(), Answer.class);
        } catch (IOException e) {
            throw new IllegalStateException(uri.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(uri.toString(), e);
        }
    }

    private static void add(List<Object[]> rows, Name company, int date, Day day) {
        Sessions sessions = day.sessions();
        Chats chats = day.chats();
        if (sessions != null && chats != null) {
            rows.add(new Object[] {
                company.id(),
                company.name(),
                date,
                sessions.sessions(),
                sessions.models(),
                sessions.length(),
                chats.queries(),
                chats.withDocuments(),
                chats.responses(),
                Instant.parse(chats.last()).toEpochMilli()
            });
        }
        List<Document> documents = day.documents();
        if (documents != null) {
            for (Document document : documents) {
                rows.add(new Object[] {
                    company.id(),
                    company.name(),
                    date,
                    document.id(),
                    document.filename(),
                    document.title(),
                    document.uses()
                });
            }
        }
    }
}
