package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns every status but success into the error it means, with the server's own words, and refuses an answer from another
 * day: which days are settled depends on the clock.
 */
final class CheckingTransport implements Transport {
    private static final int OK = 200;
    private static final Duration MOST_APART = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

    private final Time time;
    private final Duration longestRetryAfter;
    private final Transport inner;

    CheckingTransport(Time time, Duration longestRetryAfter, Transport inner) {
        this.time = time;
        this.longestRetryAfter = longestRetryAfter;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        Response response = inner.send(request);
        if (isAnswer(response)) {
            Instant made = ListeningTransport.date(response);
            if (made == null || isOfToday(made)) {
                return response;
            }
            response.close();
            throw ofAnotherDay(request, response, made);
        }
        try (response) {
            throw error(request, response, ErrorBody.text(response));
        }
    }

    /** Whether it is no error, and no page of a gateway or a login in between. */
    static boolean isAnswer(Response response) {
        return response.status() == OK
                && !response.header("Content-Type").orElse("").contains("html");
    }

    private boolean isOfToday(Instant made) {
        return Duration.between(time.now(), made).abs().compareTo(MOST_APART) <= 0;
    }

    /** {@code Date} is when the answer was made; a copy out of a cache says with {@code Age} how long that is ago. */
    private UnexpectedResponseException ofAnotherDay(Request request, Response response, Instant made) {
        Long age = response.header("Age").map(CheckingTransport::seconds).orElse(null);
        if (age != null && isOfToday(made.plusSeconds(age))) {
            return new UnexpectedResponseException(request + ": the answer is a copy that a cache made at " + made
                    + ", more than a day ago, so that days it lacks may be over by now; let no cache between here and the"
                    + " instance keep answers of its API");
        }
        return new UnexpectedResponseException(request + ": the instance's clock says " + made
                + " and this machine's says " + time.now()
                + ", more than a day apart, so that no day can be taken as over; set the wrong one right");
    }

    private static @Nullable Long seconds(String age) {
        return SECONDS.matcher(age).matches() ? Long.valueOf(age) : null;
    }

    private AnsweredException error(Request request, Response response, String said) {
        int status = response.status();
        Duration wait = response.header("Retry-After")
                .map(text -> RetryAfter.parse(text, time.now(), longestRetryAfter))
                .orElse(null);
        ErrorKind kind = kind(status);
        return new AnsweredException(
                kind, status, wait, request + " was answered " + status + said + "; " + remedy(kind, status, wait));
    }

    private static ErrorKind kind(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTHENTICATION;
            case 403 -> ErrorKind.ACCESS_DENIED;
            case 404, 410 -> ErrorKind.NOT_OFFERED;
            case 429 -> ErrorKind.RATE_LIMITED;
            // 200 comes here only with an HTML page, the mark of a gateway or login page in between.
            case 200, 408, 425 -> ErrorKind.UNAVAILABLE;
            default -> status >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.REJECTED;
        };
    }

    private static String remedy(ErrorKind kind, int status, @Nullable Duration wait) {
        return switch (kind) {
            case AUTHENTICATION -> "the key is wrong, expired or revoked: make a new one in the user's profile";
            case ACCESS_DENIED ->
                "the key must belong to a company admin or platform admin, and the companies asked for must be its own"
                        + " (some instances answer this to a wrong key, too)";
            case NOT_OFFERED -> "this instance does not offer the report, or baseUrl is not the instance's address";
            case RATE_LIMITED ->
                (wait == null ? "it did not say how long to wait" : "it demands a wait of " + wait.toSeconds() + " s")
                        + ": lower requestsPerMinute or maxConcurrentRequests";
            case UNAVAILABLE ->
                status == OK
                        ? "a gateway or login page answered instead of the API: check baseUrl and proxy"
                        : "the instance or a gateway before it is down or in maintenance: try later";
            default ->
                status == 407
                        ? "the proxy wants a user: set proxyUser and proxyPassword (for https, Java also needs"
                                + " -Djdk.http.auth.tunneling.disabledSchemes= on its command line)"
                        : "the instance refuses this request as it is";
        };
    }

    @Override
    public String toString() {
        return "Checking{" + inner + "}";
    }
}
