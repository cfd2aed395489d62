package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.ErrorKind;

/** What a failure means to a task that reads several reports. */
enum Reaction {
    /** The task cannot go on: nothing it could ask would be answered. */
    FAIL,
    /** This report cannot go on until somebody changes something; the others can. */
    PARK,
    /** It may pass by itself. */
    RETRY,
    /** The task is being stopped. */
    STOP;

    /** The one place where the core's errors get their meaning here. */
    static Reaction to(ErrorKind kind) {
        return switch (kind) {
            case INVALID_SETTING, INVALID_QUERY, AUTHENTICATION -> FAIL;
            case ACCESS_DENIED, NOT_OFFERED, REJECTED -> PARK;
            // A gateway's page or a cut answer is unexpected, too, and gone the next time.
            case RATE_LIMITED, UNAVAILABLE, CONNECTION, TIMEOUT, UNEXPECTED_RESPONSE -> RETRY;
            case CANCELLED -> STOP;
        };
    }
}
