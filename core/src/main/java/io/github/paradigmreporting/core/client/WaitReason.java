package io.github.paradigmreporting.core.client;

/** Why a request is held back before it is sent. */
public enum WaitReason {
    /** As many requests as {@code maxConcurrentRequests} allows are waiting for their answers. */
    REQUESTS_AT_ONCE,
    /** As many requests as {@code requestsPerMinute} allows were sent within the last minute. */
    REQUESTS_PER_MINUTE,
    /** The instance has said by {@code Retry-After} when it may be sent. */
    RETRY_AFTER,
    /** The attempt before it failed, and the instance did not say when the next one may be sent. */
    BACK_OFF
}
