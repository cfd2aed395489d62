package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer was told of slices that are not complete: by day each row's own key with its hash, or without one when it
 * vanished. As text it is told by {@link FeedStateText#tell}.
 */
record ToldRows(String report, KeyShape key, NavigableMap<LocalDate, Map<List<Object>, OptionalLong>> days) {
    static <R extends Row> ToldRows of(Report<R> report, List<Change<R>> told) {
        RowKeys<R> keys = new RowKeys<>(report);
        RowHash<R> hash = new RowHash<>(report);
        NavigableMap<LocalDate, Map<List<Object>, OptionalLong>> days = new TreeMap<>();
        for (Change<R> change : told) {
            R row = change.row();
            days.computeIfAbsent(keys.day(change.key()), day -> new LinkedHashMap<>())
                    .put(keys.own(change.key()), row == null ? OptionalLong.empty() : OptionalLong.of(hash.of(row)));
        }
        return new ToldRows(report.name(), keys.shape(), days);
    }

    /** The state with these rows as given. */
    FeedState addedTo(@Nullable FeedState before) {
        FeedState state =
                before == null ? new FeedState(report, key, DayRanges.NONE, new TreeMap<>()) : before.forKey(key);
        for (Map.Entry<LocalDate, Map<List<Object>, OptionalLong>> day : days.entrySet()) {
            DayDigests known = state.open().getOrDefault(day.getKey(), DayDigests.NONE);
            state = state.remember(
                    day.getKey(), (known.isUnknown() ? DayDigests.NONE : known).with(key, day.getValue()));
        }
        return state;
    }

    void pack(Packer packer) {
        packer.text(report);
        key.pack(packer);
        packer.count(days.size());
        days.forEach((day, rows) -> {
            packer.signed(day.toEpochDay());
            DayDigests.inOrder(key, rows, true).pack(packer);
            DayDigests.inOrder(key, rows, false).pack(packer);
        });
    }

    static ToldRows unpack(Unpacker in) {
        String report = in.text();
        KeyShape key = KeyShape.unpack(in);
        NavigableMap<LocalDate, Map<List<Object>, OptionalLong>> days = new TreeMap<>();
        for (int left = in.size(); left > 0; left--) {
            LocalDate day = LocalDate.ofEpochDay(in.signed());
            Map<List<Object>, OptionalLong> rows = new HashMap<>();
            DayDigests.unpack(in).hashes(key).forEach((own, hash) -> rows.put(own, OptionalLong.of(hash)));
            DayDigests.unpack(in).hashes(key).forEach((own, hash) -> rows.put(own, OptionalLong.empty()));
            days.put(day, rows);
        }
        return new ToldRows(report, key, days);
    }
}
