package io.github.paradigmreporting.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Asks a simulator over real HTTP, with the JDK's client. */
final class Asking {
    /** A Monday, in the middle of the working day. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T14:30:00Z"), ZoneOffset.UTC);

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate FROM = LocalDate.parse("2026-01-01");

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Asking() {}

    /** A small instance at {@link #CLOCK}. */
    static SimulatorBuilder small() {
        return ParadigmSimulator.builder().from(FROM).clock(CLOCK);
    }

    static HttpRequest.Builder request(ParadigmSimulator simulator, String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + pathAndQuery))
                .header("Authorization", "Bearer " + simulator.key());
    }

    static String report(String endpoint, LocalDate from, LocalDate to) {
        return "/api/v2/reporting/" + endpoint + "/?start_date=" + from + "&end_date=" + to;
    }

    static HttpResponse<String> get(ParadigmSimulator simulator, String pathAndQuery) {
        return send(request(simulator, pathAndQuery).build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }
}
