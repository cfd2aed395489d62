package io.github.paradigmreporting.kafka;

import java.util.function.Function;

/**
 * One figure that operators see.
 *
 * @param title its name, in Kafka's way of writing
 * @param description what it is, with its unit
 * @param value its value now: a number, or a text
 * @param <M> what keeps it
 */
record Metric<M>(String title, String description, Function<M, Object> value) {
    Object of(M meter) {
        return value.apply(meter);
    }
}
