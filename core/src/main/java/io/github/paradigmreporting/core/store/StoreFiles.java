package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A store's days in files, in the directory that its options name for them; nowhere when they name none. Safe for threads. */
final class StoreFiles {
    private final String identity;
    private final InstantSource clock;
    private volatile @Nullable Disk disk;

    StoreFiles(String identity, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
    }

    synchronized void options(StoreOptions options) {
        Path directory = options.directory();
        if (directory == null || options.maxBytes() == 0) {
            disk = null;
        } else if (disk == null || !disk.isAt(directory, options.maxDirectoryBytes())) {
            disk = new Disk(directory, identity, options.maxDirectoryBytes(), clock);
        }
    }

    /** Where a source's days may be kept: nowhere when its key is no longer the one that the store is for. */
    @Nullable
    Disk of(WindowSource source) {
        return source.identity().equals(identity) ? disk : null;
    }

    /** Looks what is there by now. */
    void look() {
        Disk files = disk;
        if (files != null) {
            files.look();
        }
    }

    void clear() {
        Disk files = disk;
        if (files != null) {
            files.clear();
        }
    }

    Optional<String> problem() {
        Disk files = disk;
        return files == null ? Optional.empty() : Optional.ofNullable(files.problem());
    }

    void awaitWritten(Duration most) throws InterruptedException {
        Disk files = disk;
        if (files != null) {
            files.awaitWritten(most);
        }
    }

    /**
     * What is to be run to write an answer's settled days.
     *
     * @param before what {@link #of} said when the request was sent; the key may have been replaced since
     */
    <R extends Row> Runnable saving(
            @Nullable Disk before,
            WindowSource source,
            Report<R> report,
            Landing.Whole<R> whole,
            StoreOptions options,
            BooleanSupplier wanted) {
        if (before == null || before != of(source)) {
            return () -> {};
        }
        List<Runnable> writes = new ArrayList<>();
        writes.add(before.saving(report, whole.parts(), options, wanted));
        whole.beside().forEach(beside -> writes.add(saving(before, beside, options, wanted)));
        return () -> writes.forEach(Runnable::run);
    }

    private static <S extends Row> Runnable saving(
            Disk files, Landing.Beside<S> beside, StoreOptions options, BooleanSupplier wanted) {
        return files.saving(beside.report(), beside.parts(), options, wanted);
    }
}
