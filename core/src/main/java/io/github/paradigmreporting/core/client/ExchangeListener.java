package io.github.paradigmreporting.core.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Told what happens between a request and its rows, for meters and for who wants to know the instance's clock. Called by the
 * client's own threads: every method returns at once and throws nothing. Nothing told holds a secret.
 */
public interface ExchangeListener {
    /** Does not listen. */
    ExchangeListener NONE = new ExchangeListener() {};

    /**
     * A request is held back, by the budget or between two attempts. Called when the wait begins, with its whole length, so
     * that a long wait can be seen while it lasts; for {@link WaitReason#REQUESTS_AT_ONCE} when it has ended, because its
     * length is not known before.
     *
     * @param why the reason
     * @param time how long
     */
    default void waits(WaitReason why, Duration time) {}

    /**
     * An answer has begun; redirects are told one by one.
     *
     * @param attempt which attempt it was, from 1
     * @param status HTTP status
     * @param serverTime what the instance's clock said, in whole seconds, or null when it did not say
     */
    default void answered(int attempt, int status, @Nullable Instant serverTime) {}

    /**
     * There was no answer.
     *
     * @param attempt which attempt it was, from 1
     */
    default void unanswered(int attempt) {}

    /**
     * An answer was read, to its end or as far as it came.
     *
     * @param bytes bytes of JSON, unpacked
     */
    default void read(long bytes) {}
}
