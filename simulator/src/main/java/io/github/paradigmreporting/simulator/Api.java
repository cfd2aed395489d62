package io.github.paradigmreporting.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Answers each request: notes it, lets it meet its fault, waits, and sends the report or the reason why not. */
final class Api implements Listener.Handler {
    private final ServerOptions options;
    private final AnswerOptions answers;
    private final Dataset dataset;
    private final Admission admission;
    private final Faults faults;
    private final Journal journal;
    private final Semaphore workers;

    Api(
            ServerOptions options,
            AnswerOptions answers,
            Dataset dataset,
            Admission admission,
            Faults faults,
            Journal journal) {
        this.options = options;
        this.answers = answers;
        this.dataset = dataset;
        this.admission = admission;
        this.faults = faults;
        this.journal = journal;
        this.workers = new Semaphore(options.concurrency(), true);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Request request = exchange.request();
        Endpoint endpoint = Endpoint.at(request.path());
        JournalEntry entry = journal.begin(
                new JournalEntry(request, endpoint, options.clock().instant(), Admission.key(request)));
        try {
            if (endpoint == null) {
                refuse(exchange, entry, elsewhere(request), Trouble.NONE);
            } else {
                meet(exchange, entry, endpoint);
            }
        } catch (AnswerBody.BrokenOff onPurpose) {
            journal.end(entry, Asked.Outcome.BROKEN_OFF, exchange.bytesSent());
            throw onPurpose;
        } catch (IOException clientGone) {
            journal.end(entry, Asked.Outcome.CANCELLED, exchange.bytesSent());
            throw clientGone;
        } catch (RuntimeException defect) {
            journal.end(entry, Asked.Outcome.BROKEN_OFF, exchange.bytesSent());
            throw defect; // ends the connection and prints the stack: a defect of the simulator is never an answer
        }
    }

    private void meet(Exchange exchange, JournalEntry entry, Endpoint endpoint) throws IOException {
        Usage usage = dataset.now();
        Parameters parameters =
                new Parameters(exchange.request().parameters(), usage.moment().today());
        entry.question(parameters.from(), parameters.to(), parameters.companyId());
        if (!workers.tryAcquire()) {
            if (options.overload() == Overload.REFUSED) {
                refuse(exchange, entry, FaultText.page(503), Trouble.NONE);
                return;
            }
            workers.acquireUninterruptibly();
        }
        try {
            Fault fault = faults.met(endpoint);
            if (fault != null) {
                entry.fault(fault.toString());
            }
            work(exchange, entry, endpoint, parameters, usage, fault);
        } finally {
            workers.release();
        }
    }

    private void work(
            Exchange exchange,
            JournalEntry entry,
            Endpoint endpoint,
            Parameters parameters,
            Usage usage,
            @Nullable Fault fault)
            throws IOException {
        Duration latency = options.latency().plus(options.latencyPerDay().multipliedBy(parameters.days()));
        exchange.pause(fault == null ? latency : latency.plus(fault.delay()));
        Trouble trouble = fault == null ? Trouble.NONE : fault.trouble();
        if (trouble.resetAtOnce()) {
            exchange.reset();
            throw new AnswerBody.BrokenOff(0);
        }
        Request request = exchange.request();
        Refusal refusal = fault == null ? null : fault.instead(usage.moment().now(), request);
        if (refusal == null) {
            refusal = admission.refusal(request, endpoint, parameters, usage);
        }
        if (refusal != null) {
            refuse(exchange, entry, refusal, trouble);
            return;
        }
        if (fault != null && fault.odd() != null) {
            odd(exchange, entry, admission.question(request, endpoint, parameters), usage, fault.odd());
            return;
        }
        AnswerOptions bent = fault == null ? answers : fault.bend(answers);
        report(exchange, entry, admission.question(request, endpoint, parameters), usage, bent, trouble);
    }

    private void report(
            Exchange exchange, JournalEntry entry, Question question, Usage usage, AnswerOptions bent, Trouble trouble)
            throws IOException {
        boolean gzip = options.gzip() && exchange.request().acceptsGzip();
        Exchange.Head head = Exchange.Head.of(200, usage.moment().now(), Refusal.JSON);
        head.headers().put("Vary", "Accept, Accept-Encoding");
        head.headers().put("Allow", Refusal.METHODS);
        entry.head(200, gzip);
        exchange.send(head, gzip, trouble, ending(entry), out -> {
            OutputStream content = trouble.shortAfter() < 0 ? out : new ShortOutput(out, trouble.shortAfter());
            new AnswerJson(usage, bent, question, new JsonWriter(content)).write();
        });
    }

    private void odd(Exchange exchange, JournalEntry entry, Question question, Usage usage, OddAnswer odd)
            throws IOException {
        ByteArrayOutputStream right = new ByteArrayOutputStream();
        new AnswerJson(usage, answers, question, new JsonWriter(right)).write();
        OddAnswer.Sent sent =
                odd.sent(right.toString(StandardCharsets.UTF_8), usage.moment().now());
        Exchange.Head head = Exchange.Head.of(200, sent.date(), Refusal.JSON);
        head.headers().putAll(sent.headers());
        entry.head(200, false);
        exchange.sendAsIs(head, sent.framing(), sent.body(), ending(entry));
    }

    private void refuse(Exchange exchange, JournalEntry entry, Refusal refusal, Trouble trouble) throws IOException {
        Exchange.Head head = Exchange.Head.of(refusal.status(), options.clock().instant(), refusal.contentType());
        head.headers().putAll(refusal.headers());
        entry.head(refusal.status(), false);
        byte[] body = refusal.body().getBytes(StandardCharsets.UTF_8);
        exchange.send(head, false, trouble, ending(entry), out -> out.write(body));
    }

    private AnswerBody.Ending ending(JournalEntry entry) {
        return bytes -> journal.end(entry, Asked.Outcome.ANSWERED, bytes);
    }

    /** Django adds a missing slash when that leads somewhere. */
    private static Refusal elsewhere(Request request) {
        String slashed = request.path() + "/";
        return Endpoint.at(slashed) == null
                ? Refusal.noSuchPath()
                : Refusal.moved(
                        301, slashed + request.target().substring(request.path().length()));
    }
}
