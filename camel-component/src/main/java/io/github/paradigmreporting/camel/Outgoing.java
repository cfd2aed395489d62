package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;

/**
 * A message to be: its changes, and where the consumer stands when it is done. Without changes there is no message, only a
 * position that moves.
 *
 * @param changes what it tells; all removals or none
 * @param positions the steps that its completion makes, in order
 * @param <R> the row type
 */
record Outgoing<R extends Row>(List<Change<R>> changes, List<Position<R>> positions) {
    Outgoing {
        changes = List.copyOf(changes);
        positions = List.copyOf(positions);
    }
}
