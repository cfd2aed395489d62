package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.ToolUse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the tools report: the native tools, and one that a company connected itself. */
final class ToolRows {
    /** In the order of their popularity; the first three are named in the API's public pages. */
    static final List<String> NAMES = List.of("document_search", "web_search", "code_execution", "sharepoint_lookup");

    private static final double[] SHARES = {0.42, 0.17, 0.05, 0.03};

    private ToolRows() {}

    static Stream<ToolUse> rows(CompanyDay day) {
        long queries = day.sessions().queries() + day.threads().queries();
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> row(day, i, queries))
                .filter(row -> row != null);
    }

    private static @Nullable ToolUse row(CompanyDay day, int i, long queries) {
        Dice dice = day.dice().about(1_000_000 + i);
        long uses = (long) (queries * SHARES[i] * dice.around(0.5, 1));
        return uses == 0 || day.vanished(dice)
                ? null
                : new ToolUse(day.company().id(), day.company().name(), day.day(), NAMES.get(i), uses);
    }
}
