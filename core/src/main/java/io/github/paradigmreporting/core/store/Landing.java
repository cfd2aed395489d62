package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.model.Row;
import java.util.List;

/** How a flight ended. */
sealed interface Landing<R extends Row> {
    /** All rows are there, in slots by ascending day. */
    record Whole<R extends Row>(List<Stored<R>> parts) implements Landing<R> {}

    /** The answer is larger than a flight may hold: who started it reads on, everybody else asks for himself. */
    record TooLarge<R extends Row>() implements Landing<R> {}

    /** It did not arrive. */
    record Failed<R extends Row>(RuntimeException why) implements Landing<R> {}
}
