package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The reader against what a user would write with the same library: Jackson's token stream, a switch over field names,
 * the same record. In core's package because the reader is not public. One operation is one row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReaderBenchmark {
    private static final int COMPANIES = 2;
    private static final int DAYS = 50;
    private static final int DOCUMENTS = 1000;
    private static final int ROWS = COMPANIES * DAYS * DOCUMENTS;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final ReportQuery<DocumentUse> QUERY =
            ReportQuery.of(Reports.DOCUMENTS, FROM, FROM.plusDays(DAYS - 1));
    private static final ReportQuery<DocumentUse> COUNTS_ONLY = QUERY.select(Set.of("usage_count"));

    private final JsonFactory factory = new JsonFactory();
    private final byte[] answer = answer();

    /** Ours, all columns. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void reader(Blackhole taker) {
        read(QUERY, taker);
    }

    /** Ours, when nobody asked for the texts. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void readerOfCountsOnly(Blackhole taker) {
        read(COUNTS_ONLY, taker);
    }

    private void read(ReportQuery<DocumentUse> query, Blackhole taker) {
        Shape shape = new Shape(query.report(), query.columns());
        try (RowReader<DocumentUse> reader = RowReaders.open(query, shape, new ByteArrayInputStream(answer))) {
            for (DocumentUse row = reader.next(); row != null; row = reader.next()) {
                taker.consume(row);
            }
        }
    }

    /** Plain Jackson streaming. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void plainJackson(Blackhole taker) throws IOException {
        try (JsonParser parser = factory.createParser(new ByteArrayInputStream(answer))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("reporting")) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        company(parser, taker);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void company(JsonParser parser, Blackhole taker) throws IOException {
        long id = 0;
        String companyName = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "company" -> {
                    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                        parser.nextToken();
                        if (field.equals("id")) {
                            id = parser.getLongValue();
                        } else {
                            companyName = parser.getText();
                        }
                    }
                }
                case "dates" -> {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        day(parser, id, companyName == null ? "" : companyName, taker);
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }

    private static void day(JsonParser parser, long companyId, String companyName, Blackhole taker) throws IOException {
        LocalDate date = FROM;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals("date")) {
                date = LocalDate.parse(parser.getText());
            } else {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    taker.consume(document(parser, companyId, companyName, date));
                }
            }
        }
    }

    private static DocumentUse document(JsonParser parser, long companyId, String companyName, LocalDate date)
            throws IOException {
        long id = 0;
        String filename = null;
        String title = null;
        Long count = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "document_filename" -> filename = parser.getText();
                case "document_title" -> title = parser.getText();
                case "document_id" -> id = parser.getLongValue();
                case "usage_count" -> count = parser.getLongValue();
                default -> parser.skipChildren();
            }
        }
        return new DocumentUse(companyId, companyName, date, id, filename, title, count);
    }

    private static byte[] answer() {
        StringBuilder json = new StringBuilder("{\"metadata\": {}, \"reporting\": [");
        for (int company = 1; company <= COMPANIES; company++) {
            json.append(company == 1 ? "" : ",").append("{\"company\": {\"name\": \"Company ");
            json.append(company).append("\", \"id\": ").append(company).append("}, \"dates\": [");
            for (int day = 0; day < DAYS; day++) {
                json.append(day == 0 ? "" : ",").append("{\"date\": \"").append(FROM.plusDays(day));
                json.append("\", \"documents\": [");
                for (int document = 0; document < DOCUMENTS; document++) {
                    json.append(document == 0 ? "" : ",")
                            .append("{\"document_filename\": \"report-")
                            .append(document);
                    json.append(".pdf\", \"document_title\": \"Report ").append(document);
                    json.append("\", \"document_id\": ").append(10_000 + document);
                    json.append(", \"usage_count\": ").append(document % 50).append('}');
                }
                json.append("]}");
            }
            json.append("]}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
