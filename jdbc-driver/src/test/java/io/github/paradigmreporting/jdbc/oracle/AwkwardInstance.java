package io.github.paradigmreporting.jdbc.oracle;

import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An instance over HTTP that holds the {@link AwkwardRows} and nothing else. It answers by days and companies as the API
 * does, and shares no code with the simulator.
 */
final class AwkwardInstance implements AutoCloseable {
    static final String KEY = "oracle-key";

    private final AwkwardRows rows;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        Thread thread = new Thread(run, "awkward-instance");
        thread.setDaemon(true);
        return thread;
    });

    AwkwardInstance(AwkwardRows rows) {
        this.rows = rows;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** The URL for the driver. */
    String url() {
        return "jdbc:paradigm://localhost:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException | RejectedExecutionException e) {
            // The test is over.
        }
    }

    /** The requests of one connection. Answers have no Date: the JDK's server would give them the machine's. */
    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                URI uri = URI.create(line.split(" ", 3)[1]);
                while (line != null && !line.isEmpty()) {
                    line = in.readLine();
                }
                answer(uri, out);
            }
        } catch (IOException e) {
            // The driver has hung up.
        }
    }

    private void answer(URI uri, OutputStream out) throws IOException {
        String endpoint = uri.getPath().replace("/api/v2/reporting/", "").replace("/", "");
        byte[] body;
        String status = "200 OK";
        try {
            body = bytes(answer(endpoint, parameters(uri.getQuery())));
        } catch (RuntimeException e) {
            status = "400 Bad Request";
            body = bytes(Map.of("detail", e.toString()));
        }
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private Map<String, @Nullable Object> answer(String endpoint, Map<String, String> parameters) {
        LocalDate from = LocalDate.parse(Objects.requireNonNull(parameters.get("start_date"), "start_date"));
        String end = parameters.get("end_date");
        LocalDate to = end == null ? AwkwardRows.TODAY : LocalDate.parse(end);
        String company = parameters.get("company_id");
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        for (Report<?> report : Reports.ALL) {
            if (report.endpoint().equals(endpoint)) {
                answer.put(report.rowsField().replace("reporting", "metadata"), metadata(report));
                answer.put(report.rowsField(), companies(report, from, to, company));
            }
        }
        if (answer.isEmpty()) {
            throw new IllegalArgumentException("no endpoint " + endpoint);
        }
        return answer;
    }

    private static Map<String, @Nullable Object> metadata(Report<?> report) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        for (Column<?> column : report.columns()) {
            if (!column.key()) {
                metadata.put(column.name(), Map.of("description", column.description(), "unit", "integer"));
            }
        }
        return metadata;
    }

    private <R extends Row> List<@Nullable Object> companies(
            Report<R> report, LocalDate from, LocalDate to, @Nullable String company) {
        List<@Nullable Object> companies = new ArrayList<>();
        for (Map.Entry<Long, @Nullable String> name : rows.names().entrySet()) {
            if (company != null && Long.parseLong(company) != name.getKey()) {
                continue;
            }
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            put(entry, "company.id", name.getKey());
            put(entry, "company.name", name.getValue());
            Map<LocalDate, Map<String, @Nullable Object>> days = new LinkedHashMap<>();
            for (Row row : rows.of(report)) {
                if (row.companyId() == name.getKey()) {
                    if (!(row instanceof DayRow day)) {
                        fill(report, report.rowType().cast(row), entry, "");
                    } else if (!day.date().isBefore(from) && !day.date().isAfter(to)) {
                        fill(
                                report,
                                report.rowType().cast(row),
                                days.computeIfAbsent(day.date(), key -> new LinkedHashMap<>()),
                                "dates[].");
                    }
                }
            }
            if (report.column("date").isPresent()) {
                entry.put("dates", new ArrayList<>(days.values()));
            }
            companies.add(entry);
        }
        return companies;
    }

    /** Puts a row's values where their paths say, below a prefix; values of a nested array go into a new element of it. */
    private static <R extends Row> void fill(
            Report<R> report, R row, Map<String, @Nullable Object> target, String prefix) {
        Map<String, @Nullable Object> element = new LinkedHashMap<>();
        String array = "";
        for (Column<R> column : report.columns()) {
            if (column.fromRequest()
                    || column.path().startsWith("company.")
                    || !column.path().startsWith(prefix)) {
                continue;
            }
            String path = column.path().substring(prefix.length());
            int nested = path.indexOf("[].");
            if (nested < 0) {
                put(target, path, column.value(row));
            } else {
                array = path.substring(0, nested);
                put(element, path.substring(nested + 3), column.value(row));
            }
        }
        if (!array.isEmpty()) {
            elements(target, array).add(element);
        }
    }

    @SuppressWarnings("unchecked") // what this class has put there
    private static List<@Nullable Object> elements(Map<String, @Nullable Object> target, String array) {
        return (List<@Nullable Object>)
                Objects.requireNonNull(target.computeIfAbsent(array, key -> new ArrayList<@Nullable Object>()));
    }

    @SuppressWarnings("unchecked") // what this class has put there
    private static void put(Map<String, @Nullable Object> target, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            target.put(path, value);
        } else {
            Object inner = target.computeIfAbsent(
                    path.substring(0, dot), key -> new LinkedHashMap<String, @Nullable Object>());
            put((Map<String, @Nullable Object>) Objects.requireNonNull(inner), path.substring(dot + 1), value);
        }
    }

    private static byte[] bytes(Map<String, ? extends @Nullable Object> answer) {
        StringBuilder json = new StringBuilder();
        write(json, answer);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.append(separator);
                write(json, entry.getKey());
                json.append(':');
                write(json, entry.getValue());
                separator = ",";
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                json.append(separator);
                write(json, element);
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (value == null || value instanceof Number) {
            json.append(value);
        } else {
            json.append('"');
            value.toString().chars().forEach(c -> {
                if (c < ' ' || c == '"' || c == '\\') {
                    json.append("\\u%04x".formatted(c));
                } else {
                    json.append((char) c);
                }
            });
            json.append('"');
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
