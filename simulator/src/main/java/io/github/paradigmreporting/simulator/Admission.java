package io.github.paradigmreporting.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request gets its report, in the order in which Django REST framework does: key, role, throttle,
 * method, parameters.
 */
final class Admission {
    private final ServerOptions options;
    private final AnswerOptions answers;
    private final Keys keys;
    private final Throttle throttle;

    Admission(ServerOptions options, AnswerOptions answers, Keys keys, LongSupplier nanos) {
        this.options = options;
        this.answers = answers;
        this.keys = keys;
        this.throttle = new Throttle(options.requestsPerMinute(), nanos);
    }

    /** The key as the client sent it, or null. */
    static @Nullable String key(Request request) {
        String header = request.header("Authorization");
        return header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? null
                : header.substring(7).strip();
    }

    /** The answer to a request that does not get its report, or null when it does. */
    @Nullable
    Refusal refusal(Request request, Endpoint endpoint, Parameters parameters, Usage usage) {
        if (endpoint == Endpoint.USERS && answers.legacy()) {
            return Refusal.noSuchPath();
        }
        String key = key(request);
        if (key == null) {
            return Refusal.noKey(options.badKeyStatus());
        }
        Keys.Role role = keys.role(key);
        if (role == null) {
            return Refusal.badKey(options.badKeyStatus());
        }
        if (role.level() == Keys.Level.USER) {
            return Refusal.notAllowed();
        }
        long wait = throttle.secondsToWait(key);
        if (wait > 0) {
            return throttled(wait, usage.moment().now());
        }
        if (request.method().equals("OPTIONS")) {
            return Refusal.described(endpoint);
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Refusal.wrongMethod(request.method());
        }
        if (!parameters.problems().isEmpty()) {
            return Refusal.badFields(parameters.problems());
        }
        if (parameters.days() == 0 && options.reversedRange() == ReversedRange.REFUSED) {
            return Refusal.badFields(Map.of("non_field_errors", "start_date must not be after end_date."));
        }
        return foreign(role, parameters.companyId(), usage);
    }

    /** What an admitted request asks for: a company admin always asks for the own company. */
    Question question(Request request, Endpoint endpoint, Parameters parameters) {
        String key = key(request);
        Keys.Role role = key == null ? null : keys.role(key);
        LocalDate from = parameters.from();
        LocalDate to = parameters.to();
        if (role == null || from == null || to == null) {
            throw new IllegalStateException("a request without a key or a range has been refused before");
        }
        Long company = role.company() == null ? parameters.companyId() : role.company();
        return new Question(endpoint, from, to, company);
    }

    private Refusal throttled(long seconds, Instant now) {
        return switch (options.retryAfter()) {
            case SECONDS -> Refusal.throttled(seconds);
            case DATE ->
                Refusal.throttled(seconds).with("Retry-After", Exchange.HTTP_DATE.format(now.plusSeconds(seconds)));
            case ABSENT -> FaultText.usual(429);
        };
    }

    private @Nullable Refusal foreign(Keys.Role role, @Nullable Long company, Usage usage) {
        boolean admin = role.level() == Keys.Level.ADMIN;
        boolean foreign = company != null
                && (admin ? !usage.world().companies().containsKey(company) : !company.equals(role.company()));
        if (!foreign) {
            return null;
        }
        return switch (options.foreignCompany()) {
            case IGNORED -> null;
            case FORBIDDEN -> admin ? null : Refusal.notAllowed();
            case NOT_FOUND -> Refusal.notFound();
        };
    }
}
