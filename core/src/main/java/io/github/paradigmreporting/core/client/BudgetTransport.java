package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.AnsweredException;
import java.time.Duration;

/**
 * Sends when the budget allows. The place in it is free again when the answer begins: the instance's work is done then,
 * and a caller who reads slowly must not hold up the others.
 */
final class BudgetTransport implements Transport {
    private final Budget budget;
    private final Transport inner;

    BudgetTransport(Budget budget, Transport inner) {
        this.budget = budget;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        budget.acquire(request);
        try {
            return inner.send(request);
        } catch (AnsweredException e) {
            Duration wait = e.retryAfter();
            if (wait != null) {
                budget.stayAway(wait);
            }
            throw e;
        } finally {
            budget.release();
        }
    }

    @Override
    public String toString() {
        return "Budget{" + inner + "}";
    }
}
