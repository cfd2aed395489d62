package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.DeadlineExceededException;
import io.github.paradigmreporting.core.error.Redaction;
import io.github.paradigmreporting.core.error.ReportingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body on the wire that can be dropped from any thread and says why a read failed: cancelled, too slow, or broken.
 */
final class GuardedBody extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingClient.class);
    private static final int READ_AHEAD = 16 * 1024;

    private final InputStream body;
    private final Request request;
    private final Duration patience;
    private final Watchdog watchdog;
    private final Time time;
    private final Cancellation.Registration registration;
    private volatile long readingSince;
    private volatile boolean reading;
    private volatile @Nullable ReportingException verdict;

    GuardedBody(InputStream body, Request request, Duration patience, Watchdog watchdog, Time time) {
        this.body = body;
        this.request = request;
        this.patience = patience;
        this.watchdog = watchdog;
        this.time = time;
        this.registration = request.cancellation()
                .onCancel(() -> drop(new CancelledException(request + " was cancelled by the caller")));
        watchdog.watch(this);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        throwVerdict();
        readingSince = time.nanos();
        reading = true;
        try {
            int n = body.read(bytes, offset, Math.min(length, READ_AHEAD));
            throwVerdict();
            return n;
        } catch (IOException e) {
            throwVerdict();
            String why = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            throw new ConnectionFailedException(request + ": the answer broke off (" + Redaction.quote(why) + ")", e);
        } finally {
            reading = false;
        }
    }

    /** Called by the watchdog: only time spent waiting for bytes counts, not the caller's own. */
    void checkTime() {
        if (!reading) {
            return;
        }
        if (request.deadline().passed()) {
            drop(request.deadline().exceeded(request));
        } else if (time.nanos() - readingSince > patience.toNanos()) {
            drop(new DeadlineExceededException(
                    request + ": the answer stopped for " + patience + "; raise answerTimeout if that is normal"));
        }
    }

    private void drop(ReportingException why) {
        if (verdict == null) {
            verdict = why;
        }
        hangUp();
    }

    private void throwVerdict() {
        ReportingException why = verdict;
        if (why != null) {
            throw why;
        }
    }

    @Override
    public void close() {
        watchdog.forget(this);
        registration.close();
        hangUp();
    }

    /** Closing the JDK client's stream cancels the exchange and drops the connection; it reads nothing more. */
    private void hangUp() {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("{}: closing the answer failed", request, e);
        }
    }
}
