package io.github.paradigmreporting.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Faults as text, and the bodies that go with their statuses. */
final class FaultText {
    static final String FORMS = "STATUS, STATUS Retry-After SECONDS, 429 Retry-After date SECONDS, STATUS html, "
            + "503 maintenance, STATUS to same|ORIGIN, delay TIME, hang, reset [BYTES], cut BYTES, short BYTES, "
            + "slow BYTES, empty, duplicate day|company, odd NAME";

    private static final Pattern STATUS =
            Pattern.compile("([2-5]\\d\\d)(?: (?:(html)|(maintenance)|Retry-After (?:(date) )?(\\d{1,9})|to (\\S+)))?");
    private static final Pattern BYTES = Pattern.compile("(reset|cut|short|slow) (\\d{1,18})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s)");

    private FaultText() {}

    /** The fault of a text, or null when it is none. */
    static @Nullable Fault parse(String text) {
        Matcher status = STATUS.matcher(text);
        if (status.matches()) {
            return ofStatus(status);
        }
        Matcher bytes = BYTES.matcher(text);
        if (bytes.matches()) {
            return ofBytes(bytes.group(1), Long.parseLong(bytes.group(2)));
        }
        if (text.startsWith("delay ")) {
            Duration time = time(text.substring(6));
            return time == null ? null : Fault.delay(time);
        }
        if (text.startsWith("odd ")) {
            return Arrays.stream(OddAnswer.values())
                    .filter(odd -> odd.toString().equals(text.substring(4)))
                    .map(Fault::odd)
                    .findFirst()
                    .orElse(null);
        }
        return switch (text) {
            case "hang" -> Fault.hang();
            case "reset" -> Fault.reset();
            case "empty" -> Fault.empty();
            case "duplicate day" -> Fault.lie(Lie.DUPLICATE_DAY);
            case "duplicate company" -> Fault.lie(Lie.DUPLICATE_COMPANY);
            default -> null;
        };
    }

    /** A length of time such as {@code 250ms} or {@code 2s}, or null when the text is none. */
    static @Nullable Duration time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        long number = Long.parseLong(time.group(1));
        return time.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    }

    static long seconds(Duration wait) {
        return (wait.toMillis() + 999) / 1000;
    }

    private static @Nullable Fault ofStatus(Matcher text) {
        int status = Integer.parseInt(text.group(1));
        if (text.group(2) != null) {
            return Fault.html(status);
        }
        if (text.group(3) != null) {
            return status == 503 ? Fault.maintenance() : null;
        }
        if (text.group(5) != null) {
            Duration wait = Duration.ofSeconds(Long.parseLong(text.group(5)));
            if (text.group(4) != null) {
                return status == 429 ? Fault.throttledUntil(wait) : null;
            }
            return Fault.status(status, wait);
        }
        String origin = text.group(6);
        if (origin != null) {
            return status / 100 != 3 ? null : Fault.redirect(status, origin.equals("same") ? null : URI.create(origin));
        }
        return status / 100 < 4 ? null : Fault.status(status);
    }

    private static Fault ofBytes(String word, long bytes) {
        return switch (word) {
            case "reset" -> Fault.reset(bytes);
            case "cut" -> Fault.cut(bytes);
            case "short" -> Fault.shortened(bytes);
            default -> Fault.slow(bytes);
        };
    }

    /** The body that usually comes with a status. */
    static Refusal usual(int status) {
        return switch (status) {
            case 400 -> Refusal.detail(400, "Bad request.");
            case 401 -> Refusal.badKey(401);
            case 403 -> Refusal.notAllowed();
            case 404 -> Refusal.notFound();
            case 429 -> Refusal.detail(429, "Request was throttled.");
            case 500 -> Refusal.html(500, """

                    <!doctype html>
                    <html lang="en">
                    <head>
                      <title>Server Error (500)</title>
                    </head>
                    <body>
                      <h1>Server Error (500)</h1><p></p>
                    </body>
                    </html>
                    """);
            case 502, 503, 504 -> page(status);
            default -> Refusal.detail(status, Exchange.Head.reason(status) + ".");
        };
    }

    /** A page as nginx writes it. */
    static Refusal page(int status) {
        String title = status == 200 ? "Sign in" : status + " " + Exchange.Head.reason(status);
        return Refusal.html(
                status,
                "<html><head><title>" + title + "</title></head><body><center><h1>" + title
                        + "</h1></center><hr><center>nginx</center></body></html>\n");
    }

    /** The body that the vendor's own clients know for a planned maintenance. */
    static Refusal maintenance(Instant now) {
        return Refusal.json(
                503,
                "{\"detail\":\"Planned maintenance\",\"error\":\"service_maintenance\",\"mode\":\"full_shutdown\","
                        + "\"reason\":\"upgrade\",\"started_at\":\"" + now + "\",\"endpoint_category_names\":[]}");
    }
}
