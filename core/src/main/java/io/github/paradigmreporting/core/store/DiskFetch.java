package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;

/** Days that a file is to bring instead of a request. All at once or not at all: what is not whole is not taken. */
final class DiskFetch<R extends Row> implements WindowSource.Fetch<R> {
    private final Disk disk;
    private final DiskFile file;
    private final ReportQuery<R> query;
    private final long mostBytes;

    /**
     * A file to be read.
     *
     * @param mostBytes as much as would be collected of an answer, as JSON
     */
    DiskFetch(Disk disk, DiskFile file, ReportQuery<R> query, long mostBytes) {
        this.disk = disk;
        this.file = file;
        this.query = query;
        this.mostBytes = mostBytes;
    }

    /** The file cannot be used after all; it is forgotten, so that the days are asked for where else they are. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public List<R> awaitBuffered() {
        return disk.read(file, query, mostBytes);
    }

    @Override
    public boolean hasNext() {
        throw new IllegalStateException("a file is never handed on row by row");
    }

    @Override
    public R next() {
        throw new IllegalStateException("a file is never handed on row by row");
    }

    @Override
    public void close() {
        // Read in milliseconds; nothing to abort.
    }
}
