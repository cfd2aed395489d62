package io.github.paradigmreporting.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.github.paradigmreporting.core.model.DocumentUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Another connector that the operator names: a folder with its plugin, and a file with its configuration. What it is to read
 * differs from machine to machine and from run to run, so the file says where it goes:
 *
 * <ul>
 *   <li>{@code @topic@}: the topic to write to, one record per row
 *   <li>{@code @flat@}: address of the rows as one flat answer, {@code {"items": [{"id": …, "time": …, …}]}}, whose times
 *       ascend
 *   <li>{@code @file@}: a file with a line per row
 *   <li>{@code @base@} and {@code @key@}: address and key of the API itself
 * </ul>
 */
final class Peer implements AutoCloseable {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.001Z");

    private final Path plugins;
    private final Properties config = new Properties();
    private final HttpServer server;

    Peer(Path plugins, Path file, List<DocumentUse> rows) throws IOException {
        if (!Files.isDirectory(plugins)) {
            throw new IOException("--peer: " + plugins + " is no folder; name one that holds the plugin's folder");
        }
        this.plugins = plugins;
        try (var in = Files.newInputStream(file)) {
            config.load(in);
        }
        byte[] answer = flat(rows).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/items", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            try (var out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
    }

    Path plugins() {
        return plugins;
    }

    /** What results are listed under. */
    String name() {
        String type = config.getProperty("connector.class", "peer");
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The configuration for one run. */
    Map<String, String> config(String topic, Path lines, String base, String key) {
        Map<String, String> values = Map.of(
                "@topic@", topic,
                "@flat@", "http://localhost:" + server.getAddress().getPort() + "/items",
                "@file@", lines.toString(),
                "@base@", base,
                "@key@", key);
        return config.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, name -> {
            String value = config.getProperty(name);
            for (Map.Entry<String, String> entry : values.entrySet()) {
                value = value.replace(entry.getKey(), entry.getValue());
            }
            return value;
        }));
    }

    private static String flat(List<DocumentUse> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> item(i, rows.get(i)))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static String item(int number, DocumentUse row) {
        return "{\"id\":\"" + number + "\",\"time\":\"" + FIRST.plusMillis(number)
                + "\",\"company_id\":" + row.companyId() + ",\"date\":\"" + row.date() + "\",\"document_id\":"
                + row.documentId() + ",\"usage_count\":" + row.usageCount() + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
