package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one key may ask of its instance: few requests at once, so many a minute, and none before the time the instance
 * named. Shared by all clients of the same address and key in this JVM. Safe for threads.
 */
final class Budget {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Time time;
    private final Deque<Long> lastMinute = new ArrayDeque<>();
    private int maxConcurrent;
    private int perMinute;
    private int waitingForAnswer;
    private long notBefore;

    Budget(Time time, int maxConcurrent, int perMinute) {
        this.time = time;
        this.maxConcurrent = maxConcurrent;
        this.perMinute = perMinute;
        this.notBefore = time.nanos();
    }

    /** Takes over a client's limits; the last client's hold for all. */
    synchronized void limit(int concurrent, int minute) {
        maxConcurrent = concurrent;
        perMinute = minute;
        notifyAll();
    }

    /** Shortens a wait that an instance demanded to what a later client allows. */
    synchronized void stayAwayAtMost(Duration longest) {
        long latest = time.nanos() + longest.toNanos();
        if (notBefore - latest > 0) {
            notBefore = latest;
        }
    }

    /** Ends a wait that the instance demanded; the next request is sent at once. */
    synchronized void endWait() {
        notBefore = time.nanos();
        notifyAll();
    }

    /**
     * Waits until a request may be sent. The listener of the request is notified when a wait of known length begins, and
     * after a wait for answers.
     */
    void acquire(Request request) {
        while (true) {
            request.cancellation().throwIfCancelled();
            request.deadline().check(request);
            Hold hold;
            long waited = 0;
            synchronized (this) {
                hold = hold();
                if (hold == null) {
                    waitingForAnswer++;
                    lastMinute.addLast(time.nanos());
                    return;
                }
                if (hold.why() == WaitReason.REQUESTS_AT_ONCE) {
                    waited = awaitAnswer(request);
                }
            }
            if (hold.why() == WaitReason.REQUESTS_AT_ONCE) {
                request.listener().waits(hold.why(), Duration.ofNanos(waited));
                continue;
            }
            if (!request.deadline().allowsWait(hold.nanos())) {
                throw tooLong(request, hold.nanos());
            }
            Duration wait = Duration.ofNanos(hold.nanos());
            request.listener().waits(hold.why(), wait);
            time.sleep(wait, request.cancellation());
        }
    }

    /** The answer has begun. */
    synchronized void release() {
        waitingForAnswer--;
        notifyAll();
    }

    /** The instance asks everybody with this key to stay away for a while. */
    synchronized void stayAway(Duration wait) {
        long until = time.nanos() + wait.toNanos();
        if (until - notBefore > 0) {
            notBefore = until;
        }
    }

    /** Why the next request may not be sent now, and for how long; how long answers take is not known. */
    private record Hold(WaitReason why, long nanos) {}

    /** What holds the next request back, or null when it may be sent. */
    private @Nullable Hold hold() {
        long now = time.nanos();
        if (notBefore - now > 0) {
            return new Hold(WaitReason.RETRY_AFTER, notBefore - now);
        }
        if (waitingForAnswer >= maxConcurrent) {
            return new Hold(WaitReason.REQUESTS_AT_ONCE, 0);
        }
        while (!lastMinute.isEmpty() && now - lastMinute.getFirst() >= MINUTE) {
            lastMinute.removeFirst();
        }
        return lastMinute.size() < perMinute
                ? null
                : new Hold(WaitReason.REQUESTS_PER_MINUTE, MINUTE - (now - lastMinute.getFirst()));
    }

    @SuppressWarnings("WaitNotInLoop") // The loop is acquire's, which looks at everything anew.
    private long awaitAnswer(Request request) {
        long began = time.nanos();
        Runnable wake = () -> {
            synchronized (this) {
                notifyAll();
            }
        };
        try (Cancellation.Registration ignored = request.cancellation().onCancel(wake)) {
            if (!request.cancellation().isCancelled()) {
                long nanos = Math.max(1, request.deadline().remainingNanos());
                wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while waiting for other requests", e);
        }
        return time.nanos() - began;
    }

    private synchronized AnsweredException tooLong(Request request, long nanos) {
        Duration wait = Duration.ofNanos(nanos);
        int status = 429;
        return new AnsweredException(
                ErrorKind.RATE_LIMITED,
                status,
                wait,
                request + " may not be sent for another " + wait.toSeconds()
                        + " s, longer than totalTimeout allows: wait, lower requestsPerMinute's use by others, raise"
                        + " totalTimeout, or lower longestRetryAfter if the instance demanded the wait");
    }
}
