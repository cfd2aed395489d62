package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.ReportingException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Tells a request's listener how each exchange went. */
final class ListeningTransport implements Transport {
    private final Transport inner;

    ListeningTransport(Transport inner) {
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        Response response;
        try {
            response = inner.send(request);
        } catch (ReportingException e) {
            request.listener().unanswered(request.attempt());
            throw e;
        }
        request.listener().answered(request.attempt(), response.status(), date(response));
        return response;
    }

    /** What the server's clock said, if it is readable. */
    static @Nullable Instant date(Response response) {
        return response.header("Date").map(ListeningTransport::time).orElse(null);
    }

    private static @Nullable Instant time(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "Listening{" + inner + "}";
    }
}
