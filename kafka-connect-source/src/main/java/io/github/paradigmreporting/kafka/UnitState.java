package io.github.paradigmreporting.kafka;

import java.util.Locale;

/** What a unit does at the moment, as operators see it. */
enum UnitState {
    /** Asks the instance and compares. */
    READING,
    /** Is up to date and waits for the time of the next pass. */
    WAITING,
    /** Failed for a reason that may pass, and waits. */
    RETRYING,
    /** Was refused by the instance, and waits. */
    PARKED,
    /** Has given up: the task fails. */
    FAILED;

    /** As the metric says it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
