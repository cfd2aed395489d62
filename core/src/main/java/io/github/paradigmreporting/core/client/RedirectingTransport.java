package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.Redaction;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Follows redirects within the same origin; the key never goes anywhere else. An answer counts only if the days and the
 * company requested have come along: without them it would be right for other ones.
 */
final class RedirectingTransport implements Transport {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST = 3;

    private final Transport inner;

    RedirectingTransport(Transport inner) {
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        Request next = request;
        for (int followed = 0; ; followed++) {
            Response response = inner.send(next);
            String location = response.header("Location").orElse(null);
            if (!REDIRECTS.contains(response.status()) || location == null) {
                if (CheckingTransport.isAnswer(response) && !parameters(next).containsAll(parameters(request))) {
                    response.close();
                    throw new UnexpectedResponseException(request + ": was redirected to "
                            + Redaction.quote(next.uri().toString())
                            + ", which lacks parameters of the request, so that the answer is one to another request;"
                            + " correct the redirect, or put the address it leads to into baseUrl");
                }
                return response;
            }
            response.close();
            URI target = target(next, response.status(), location);
            if (followed == MOST) {
                throw refused(
                        next,
                        response.status(),
                        "redirects in a circle, last to " + Redaction.quote(target.toString()));
            }
            next = next.to(target);
        }
    }

    private static Set<String> parameters(Request request) {
        String query = request.uri().getRawQuery();
        return query == null ? Set.of() : new HashSet<>(Arrays.asList(query.split("&", -1)));
    }

    private static URI target(Request request, int status, String location) {
        URI target;
        try {
            target = request.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw refused(request, status, "redirects to something that is no address");
        }
        URI from = request.uri();
        boolean sameOrigin = Objects.equals(from.getScheme(), target.getScheme())
                && from.getHost().equalsIgnoreCase(String.valueOf(target.getHost()))
                && from.getPort() == target.getPort();
        if (!sameOrigin) {
            throw refused(
                    request,
                    status,
                    "redirects to " + Redaction.quote(target.getScheme() + "://" + target.getAuthority())
                            + ", another origin, where the key must not go; if that is the instance, put it into baseUrl");
        }
        return target;
    }

    private static AnsweredException refused(Request request, int status, String problem) {
        return new AnsweredException(ErrorKind.REJECTED, status, null, request + " " + problem);
    }

    @Override
    public String toString() {
        return "Redirecting{" + inner + "}";
    }
}
