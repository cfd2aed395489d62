package io.github.paradigmreporting.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole answer that is not a report, spelled as Django REST framework and Django spell theirs.
 *
 * @param status the status
 * @param contentType type of the body
 * @param headers further headers
 * @param body the body
 */
record Refusal(int status, String contentType, Map<String, String> headers, String body) {
    static final String JSON = "application/json";
    static final String HTML = "text/html; charset=utf-8";
    static final String METHODS = "GET, HEAD, OPTIONS";

    static Refusal json(int status, String body) {
        return new Refusal(status, JSON, Map.of(), body);
    }

    static Refusal html(int status, String body) {
        return new Refusal(status, HTML, Map.of(), body);
    }

    static Refusal detail(int status, String detail) {
        return json(status, "{\"detail\":" + quote(detail) + "}");
    }

    static Refusal noKey(int status) {
        return challenge(detail(status, "Authentication credentials were not provided."));
    }

    static Refusal badKey(int status) {
        return challenge(detail(status, "Incorrect authentication credentials."));
    }

    static Refusal notAllowed() {
        return detail(403, "You do not have permission to perform this action.");
    }

    static Refusal notFound() {
        return detail(404, "Not found.");
    }

    /** Django's own page, for a path that no application knows. */
    static Refusal noSuchPath() {
        return html(404, """

                <!doctype html>
                <html lang="en">
                <head>
                  <title>Not Found</title>
                </head>
                <body>
                  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>
                </body>
                </html>
                """);
    }

    static Refusal wrongMethod(String method) {
        return detail(405, "Method \"" + method + "\" not allowed.").with("Allow", METHODS);
    }

    /** DRF's answer to OPTIONS, in short. */
    static Refusal described(Endpoint endpoint) {
        return json(200, "{\"name\":" + quote(endpoint.segment()) + ",\"renders\":[\"application/json\"]}")
                .with("Allow", METHODS);
    }

    static Refusal badFields(Map<String, String> problems) {
        StringBuilder body = new StringBuilder("{");
        problems.forEach((field, problem) -> body.append(body.length() > 1 ? "," : "")
                .append(quote(field))
                .append(":[")
                .append(quote(problem))
                .append(']'));
        return json(400, body.append('}').toString());
    }

    static Refusal moved(int status, String location) {
        return new Refusal(status, HTML, Map.of("Location", location), "");
    }

    /** What DRF says when a throttle closes; without the wait it leaves the header out, too. */
    static Refusal throttled(long seconds) {
        return detail(
                        429,
                        "Request was throttled. Expected available in " + seconds + " second"
                                + (seconds == 1 ? "." : "s."))
                .with("Retry-After", Long.toString(seconds));
    }

    Refusal with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(status, contentType, more, body);
    }

    /** A 401 without a challenge would be a 403: DRF keeps to the standard here. */
    private static Refusal challenge(Refusal refusal) {
        return refusal.status() == 401 ? refusal.with("WWW-Authenticate", "Bearer realm=\"api\"") : refusal;
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c < 0x20 ? ' ' : c);
        }
        return quoted.append('"').toString();
    }
}
