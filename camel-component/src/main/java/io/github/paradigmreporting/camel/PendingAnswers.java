package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Cancellation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What producers are waiting for; a stop ends it, since no exchange may hold up the end of the context. Safe for threads. */
final class PendingAnswers {
    private final Set<Cancellation> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** A request begins; to be ended. */
    Cancellation begin() {
        Cancellation cancellation = new Cancellation();
        pending.add(cancellation);
        if (stopped) {
            cancellation.cancel();
        }
        return cancellation;
    }

    void end(Cancellation cancellation) {
        pending.remove(cancellation);
    }

    /** Requests may begin. */
    void start() {
        stopped = false;
    }

    /** Ends all that is pending, and what begins before the next start: a redelivery would wait again. */
    void cancel() {
        stopped = true;
        pending.forEach(Cancellation::cancel);
    }
}
