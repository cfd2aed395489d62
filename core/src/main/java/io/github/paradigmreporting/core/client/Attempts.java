package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the attempts at one request and waits between them: as long as the instance demands, else exponentially with full
 * jitter. Around the reader, not in the transport stack, because an answer that breaks off has to be requested again,
 * too. An answer that is not what the contract says is requested once more, as it may have been damaged on its way; a
 * second one is the instance's own, and no further attempt is made.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingClient.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final int most;
    private final int mostUnthrottled;
    private final Time time;
    private final DoubleSupplier random;
    private int made;
    private boolean sawUnexpected;

    Attempts(int most, Time time, DoubleSupplier random) {
        this(most, most, time, random);
    }

    /** Attempts of which fewer may be made after failures other than throttling. */
    Attempts(int most, int mostUnthrottled, Time time, DoubleSupplier random) {
        this.most = most;
        this.mostUnthrottled = mostUnthrottled;
        this.time = time;
        this.random = random;
    }

    /** The number of the attempt that begins now, from 1. */
    int next() {
        return ++made;
    }

    /** Waits before another attempt, or throws when there should be none. */
    void failed(Request request, ReportingException failure) {
        request.cancellation().throwIfCancelled();
        if (JdkTransport.sentTwice(failure)) {
            made++;
        }
        if (!mayTryAgain(failure)) {
            throw failure;
        }
        Duration named = failure instanceof AnsweredException answered ? answered.retryAfter() : null;
        Duration wait = named == null ? backOff() : named;
        if (!request.deadline().allowsWait(wait.toNanos())) {
            throw failure;
        }
        LOG.debug("{} attempt {} failed, next in {} ms: {}", request, made, wait.toMillis(), failure.getMessage());
        request.listener().waits(named == null ? WaitReason.BACK_OFF : WaitReason.RETRY_AFTER, wait);
        time.sleep(wait, request.cancellation());
    }

    private boolean mayTryAgain(ReportingException failure) {
        boolean firstDamage = failure.kind() == ErrorKind.UNEXPECTED_RESPONSE && !sawUnexpected;
        sawUnexpected |= firstDamage;
        int allowed = failure.kind() == ErrorKind.RATE_LIMITED ? most : mostUnthrottled;
        return made < allowed && (failure.kind().mayPass() || firstDamage);
    }

    private Duration backOff() {
        long ceiling = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(made - 1, 20));
        return Duration.ofMillis((long) (ceiling * random.getAsDouble()));
    }
}
