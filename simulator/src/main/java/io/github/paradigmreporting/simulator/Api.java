package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Answers each request in the order of steps in which Django would: path, key, method, throttle, parameters, report. */
final class Api implements Listener.Handler {
    private final ServerOptions options;
    private final AnswerOptions answers;
    private final Dataset dataset;
    private final Keys keys;
    private final Journal journal;
    private final Semaphore workers;

    Api(ServerOptions options, AnswerOptions answers, Dataset dataset, Keys keys, Journal journal) {
        this.options = options;
        this.answers = answers;
        this.dataset = dataset;
        this.keys = keys;
        this.journal = journal;
        this.workers = new Semaphore(options.concurrency(), true);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Request request = exchange.request();
        Endpoint endpoint = Endpoint.at(request.path());
        String key = key(request);
        Instant now = options.clock().instant();
        JournalEntry entry = journal.begin(new JournalEntry(request, endpoint, now, key));
        try {
            if (endpoint == null) {
                refuse(exchange, entry, elsewhere(request));
                return;
            }
            answer(exchange, entry, endpoint, key);
        } catch (AnswerBody.BrokenOff e) {
            journal.end(entry, Asked.Outcome.BROKEN_OFF, e.after());
            throw e;
        } catch (IOException e) {
            journal.end(entry, Asked.Outcome.CANCELLED, 0);
            throw e;
        } catch (RuntimeException defect) {
            journal.end(entry, Asked.Outcome.BROKEN_OFF, 0);
            throw defect; // ends the connection and prints the stack: a defect of the simulator is never an answer
        }
    }

    private void answer(Exchange exchange, JournalEntry entry, Endpoint endpoint, @Nullable String key)
            throws IOException {
        Usage usage = dataset.now();
        Parameters parameters =
                new Parameters(exchange.request().parameters(), usage.moment().today());
        entry.question(parameters.from(), parameters.to(), parameters.companyId());
        workers.acquireUninterruptibly();
        try {
            exchange.pause(options.latency().plus(options.latencyPerDay().multipliedBy(days(parameters))));
            Refusal refusal = refusal(exchange.request(), endpoint, key, parameters, usage);
            if (refusal != null) {
                refuse(exchange, entry, refusal);
            } else {
                report(exchange, entry, question(endpoint, key, parameters), usage);
            }
        } finally {
            workers.release();
        }
    }

    private @Nullable Refusal refusal(
            Request request, Endpoint endpoint, @Nullable String key, Parameters parameters, Usage usage) {
        if (endpoint == Endpoint.USERS && answers.legacy()) {
            return Refusal.noSuchPath();
        }
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
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Refusal.wrongMethod(request.method());
        }
        if (!parameters.problems().isEmpty()) {
            return Refusal.badFields(parameters.problems());
        }
        if (days(parameters) == 0 && options.reversedRange() == ReversedRange.REFUSED) {
            return Refusal.badFields(Map.of("non_field_errors", "start_date must not be after end_date."));
        }
        return foreign(role, parameters.companyId(), usage);
    }

    private @Nullable Refusal foreign(Keys.Role role, @Nullable Long company, Usage usage) {
        boolean foreign = company != null
                && (role.level() == Keys.Level.ADMIN
                        ? !usage.world().companies().containsKey(company)
                        : !company.equals(role.company()));
        if (!foreign) {
            return null;
        }
        return switch (options.foreignCompany()) {
            case IGNORED -> null;
            case FORBIDDEN -> role.level() == Keys.Level.ADMIN ? null : Refusal.notAllowed();
            case NOT_FOUND -> Refusal.notFound();
        };
    }

    private Question question(Endpoint endpoint, @Nullable String key, Parameters parameters) {
        Keys.Role role = key == null ? null : keys.role(key);
        Long company =
                role != null && role.level() == Keys.Level.COMPANY_ADMIN ? role.company() : parameters.companyId();
        LocalDate from = parameters.from();
        LocalDate to = parameters.to();
        if (from == null || to == null) {
            throw new IllegalStateException("a request without a range has been refused before");
        }
        return new Question(endpoint, from, to, company);
    }

    private void report(Exchange exchange, JournalEntry entry, Question question, Usage usage) throws IOException {
        boolean gzip = options.gzip() && exchange.request().acceptsGzip();
        Exchange.Head head = Exchange.Head.of(200, options.clock().instant(), Refusal.JSON);
        head.headers().put("Vary", "Accept, Accept-Encoding");
        head.headers().put("Allow", Refusal.METHODS);
        entry.head(200, gzip);
        exchange.send(
                head,
                gzip,
                Trouble.NONE,
                bytes -> journal.end(entry, Asked.Outcome.ANSWERED, bytes),
                out -> new AnswerJson(usage, answers, question, new JsonWriter(out)).write());
    }

    private void refuse(Exchange exchange, JournalEntry entry, Refusal refusal) throws IOException {
        Exchange.Head head = Exchange.Head.of(refusal.status(), options.clock().instant(), refusal.contentType());
        head.headers().putAll(refusal.headers());
        entry.head(refusal.status(), false);
        exchange.send(
                head,
                false,
                Trouble.NONE,
                bytes -> journal.end(entry, Asked.Outcome.ANSWERED, bytes),
                out -> out.write(refusal.body().getBytes(StandardCharsets.UTF_8)));
    }

    /** Django adds a missing slash when that leads somewhere. */
    private static Refusal elsewhere(Request request) {
        String slashed = request.path() + "/";
        return Endpoint.at(slashed) == null
                ? Refusal.noSuchPath()
                : Refusal.moved(301, slashed + (request.query().isEmpty() ? "" : "?" + request.query()));
    }

    private static long days(Parameters parameters) {
        LocalDate from = parameters.from();
        LocalDate to = parameters.to();
        return from == null || to == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    private static @Nullable String key(Request request) {
        String header = request.header("Authorization");
        return header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? null
                : header.substring(7).strip();
    }
}
