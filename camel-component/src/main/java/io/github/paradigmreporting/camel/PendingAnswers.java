package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Cancellation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What producers are waiting for; a stop ends it, since no exchange may hold up the end of the context. Safe for threads. */
final class PendingAnswers {
    private final Set<Cancellation> pending = ConcurrentHashMap.newKeySet();

    /** A request begins; to be ended. */
    Cancellation begin() {
        Cancellation cancellation = new Cancellation();
        pending.add(cancellation);
        return cancellation;
    }

    void end(Cancellation cancellation) {
        pending.remove(cancellation);
    }

    /** Ends all that is pending now. */
    void cancel() {
        pending.forEach(Cancellation::cancel);
    }
}
