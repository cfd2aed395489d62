package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.direct.Condition.All;
import io.github.paradigmreporting.jdbc.direct.Condition.Among;
import io.github.paradigmreporting.jdbc.direct.Condition.Any;
import io.github.paradigmreporting.jdbc.direct.Condition.Compared;
import io.github.paradigmreporting.jdbc.direct.Condition.Holds;
import io.github.paradigmreporting.jdbc.direct.Condition.Missing;
import java.util.List;
import java.util.function.IntConsumer;

/** Numbers of the columns that a condition is about. */
final class Columns {
    private Columns() {}

    /** Tells each column, as often as it stands in the condition. */
    static void of(Condition condition, IntConsumer found) {
        if (condition instanceof All all) {
            ofAll(all.parts(), found);
        } else if (condition instanceof Any any) {
            ofAll(any.parts(), found);
        } else if (condition instanceof Compared compared) {
            found.accept(compared.column());
        } else if (condition instanceof Among among) {
            found.accept(among.column());
        } else if (condition instanceof Missing missing) {
            found.accept(missing.column());
        } else if (condition instanceof Holds holds) {
            found.accept(holds.column());
        }
    }

    private static void ofAll(List<Condition> parts, IntConsumer found) {
        for (Condition part : parts) {
            of(part, found);
        }
    }
}
