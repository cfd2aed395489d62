package io.github.paradigmreporting.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A connector, seen through a Connect worker's REST interface. */
final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI connector;

    ConnectRest(URI worker, String name) {
        this.connector = worker.resolve("/connectors/" + name + "/");
    }

    /** Creates the connector, or changes it. */
    void configure(Map<String, String> config) throws IOException, InterruptedException {
        HttpRequest.Builder put = HttpRequest.newBuilder(connector.resolve("config"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(config)));
        HttpResponse<String> answer = send(put);
        if (answer.statusCode() >= 400) {
            throw new DemoException("Kafka Connect refuses the connector: " + text(answer, "message"));
        }
    }

    /** Why a task of the connector failed; empty as long as none has. */
    Optional<String> failure() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(connector.resolve("status")));
        if (answer.statusCode() != 200) {
            return Optional.empty(); // not known yet
        }
        for (JsonNode task : JSON.readTree(answer.body()).path("tasks")) {
            if (task.path("state").asText().equals("FAILED")) {
                return task.path("trace").asText().lines().findFirst();
            }
        }
        return Optional.empty();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer, String field) throws IOException {
        return JSON.readTree(answer.body()).path(field).asText(answer.body());
    }
}
