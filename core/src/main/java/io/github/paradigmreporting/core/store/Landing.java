package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.util.List;

/** How a flight ended. */
sealed interface Landing<R extends Row> {
    /**
     * All rows are there.
     *
     * @param parts in slots by ascending day
     * @param beside the same of other reports whose rows came with them
     */
    record Whole<R extends Row>(List<Stored<R>> parts, List<Beside<?>> beside) implements Landing<R> {
        /** As it is, whether or not it has rows: it was confirmed before. */
        Whole<R> confirmed() {
            return new Whole<>(parts.stream().map(Stored::confirmed).toList(), beside);
        }
    }

    /** Another report's rows, in slots by ascending day. */
    record Beside<S extends Row>(Report<S> report, List<Stored<S>> parts) {}

    /** The answer is larger than a flight may hold: who started it reads on, everybody else asks for himself. */
    record TooLarge<R extends Row>() implements Landing<R> {}

    /** It did not arrive. */
    record Failed<R extends Row>(RuntimeException why) implements Landing<R> {
        /** Whether a request for fewer days may be answered: not where the key, the address or the rate is refused. */
        boolean mayBeForItsLength() {
            return why instanceof ReportingException e
                    && !(e instanceof AnsweredException answered && answered.retryAfter() != null)
                    && switch (e.kind()) {
                        case TIMEOUT, CONNECTION, UNAVAILABLE, REJECTED, UNEXPECTED_RESPONSE -> true;
                        case AUTHENTICATION,
                                ACCESS_DENIED,
                                NOT_OFFERED,
                                RATE_LIMITED,
                                CANCELLED,
                                INVALID_QUERY,
                                INVALID_SETTING -> false;
                    };
        }
    }
}
