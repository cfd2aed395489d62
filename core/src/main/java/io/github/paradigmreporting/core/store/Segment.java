package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;

/** Some days of a query, from one place. */
sealed interface Segment<R extends Row> {
    /** Which days. */
    Window days();

    /** Days that were kept. */
    record Kept<R extends Row>(Window days, List<Stored<R>> parts) implements Segment<R> {}

    /** Days that are on their way; whoever leads started the flight for them. */
    record Awaited<R extends Row>(Window days, Flight<R> flight, boolean leads) implements Segment<R> {}

    /** Days that may come with another report's answer; where they did not, they are still to be asked for. */
    record Beside<R extends Row>(Window days, Flight<?> flight) implements Segment<R> {}

    /** Days of which it is decided when they are needed where they come from. */
    record Later<R extends Row>(Window days) implements Segment<R> {}

    /** Days read for this query alone. */
    record Private<R extends Row>(Window days, Rows<R> rows) implements Segment<R> {}
}
