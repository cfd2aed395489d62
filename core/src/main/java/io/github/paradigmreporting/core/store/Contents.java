package io.github.paradigmreporting.core.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What a store keeps, as ranges of neighbouring days. */
final class Contents {
    private static final Comparator<StoredRange> ORDER = Comparator.comparing(StoredRange::report)
            .thenComparing(StoredRange::company, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(StoredRange::from)
            .thenComparing(StoredRange::to);

    private Contents() {}

    static List<StoredRange> of(List<Stored<?>> all, Predicate<Stored<?>> settled) {
        List<StoredRange> ranges = new ArrayList<>();
        all.stream()
                .map(stored -> stored.range(settled.test(stored)))
                .sorted(ORDER)
                .forEach(next -> {
                    int last = ranges.size() - 1;
                    if (last >= 0 && next.continues(ranges.get(last))) {
                        ranges.set(last, ranges.get(last).with(next));
                    } else {
                        ranges.add(next);
                    }
                });
        return List.copyOf(ranges);
    }
}
