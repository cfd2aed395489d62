package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.report.Report;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which days are in which files. Immutable. */
final class DiskIndex {
    static final DiskIndex EMPTY = new DiskIndex(List.of(), null);

    /** No window is longer than the setting windowDays allows. */
    private static final int LONGEST = 366;

    private final Map<Scope, NavigableMap<LocalDate, List<DiskFile>>> byFirstDay = new HashMap<>();
    final @Nullable FileTime folderChanged;

    private record Scope(
            String report, String columns, @Nullable Long company) {}

    DiskIndex(List<DiskFile> files, @Nullable FileTime folderChanged) {
        this.folderChanged = folderChanged;
        for (DiskFile file : files) {
            byFirstDay
                    .computeIfAbsent(new Scope(file.report(), file.columns(), file.company()), any -> new TreeMap<>())
                    .computeIfAbsent(file.days().from(), any -> new ArrayList<>())
                    .add(file);
        }
    }

    /** The file that holds a day and most of those after it, of all companies before one of a single one. */
    @Nullable
    DiskFile find(Report<?> report, @Nullable Long company, LocalDate day, Predicate<DiskFile> usable) {
        if (byFirstDay.isEmpty()) {
            return null;
        }
        String columns = DiskFile.columns(report);
        DiskFile ofAll = find(new Scope(report.name(), columns, null), day, usable);
        return ofAll != null || company == null ? ofAll : find(new Scope(report.name(), columns, company), day, usable);
    }

    private @Nullable DiskFile find(Scope scope, LocalDate day, Predicate<DiskFile> usable) {
        NavigableMap<LocalDate, List<DiskFile>> files = byFirstDay.get(scope);
        if (files == null) {
            return null;
        }
        DiskFile best = null;
        for (List<DiskFile> sameStart :
                files.subMap(day.minusDays(LONGEST), true, day, true).values()) {
            for (DiskFile file : sameStart) {
                if (file.days().contains(day)
                        && (best == null || file.days().to().isAfter(best.days().to()))
                        && usable.test(file)) {
                    best = file;
                }
            }
        }
        return best;
    }
}
