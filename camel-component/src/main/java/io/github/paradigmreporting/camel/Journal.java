package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.file.OwnerFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Lines added to a file one after the other, each with a checksum; the first says to which state file they belong. What was
 * added survives the death of this process at once, and a power failure after {@link #force}. What is torn at the end, and
 * all that follows it, was never there. Not safe for threads.
 */
final class Journal implements Closeable {
    private static final String FORMAT = "paradigm-reporting-journal-1 ";
    private static final int CHECKSUM_LENGTH = 9;
    private static final int CHUNK = 64 * 1024;

    // No channel: an interrupt, such as Camel's when it does not want to wait, would close it.
    private final RandomAccessFile file;
    private long end;

    private Journal(RandomAccessFile file, long end) {
        this.file = file;
        this.end = end;
    }

    /** A new journal; what was in the file is gone. */
    static Journal create(Path path, String owner) throws IOException {
        OwnerFiles.create(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            Journal journal = new Journal(file, 0);
            journal.add(List.of(FORMAT + owner).iterator());
            return journal;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The journal in a file, to go on with, after its lines were read; empty when it is not there or is another's. */
    static Optional<Journal> open(Path path, String owner, Consumer<String> lines) throws IOException {
        if (!OwnerFiles.exists(path)) {
            return Optional.empty();
        }
        long end = 0;
        try (InputStream in = new BufferedInputStream(OwnerFiles.read(path), CHUNK)) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            for (String line = read(in, raw); line != null; line = read(in, raw)) {
                if (end > 0) {
                    lines.accept(line);
                } else if (!line.equals(FORMAT + owner)) {
                    return Optional.empty();
                }
                end += raw.size() + 1L;
            }
        }
        if (end == 0) {
            return Optional.empty();
        }
        OwnerFiles.restrict(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(end);
        return Optional.of(new Journal(file, end));
    }

    /** The next whole line without its checksum, or null. */
    private static @Nullable String read(InputStream in, ByteArrayOutputStream raw) throws IOException {
        raw.reset();
        int next = in.read();
        for (; next >= 0 && next != '\n'; next = in.read()) {
            raw.write(next);
        }
        String line = raw.toString(StandardCharsets.UTF_8);
        if (next < 0 || line.length() < CHECKSUM_LENGTH) {
            return null;
        }
        String content = line.substring(CHECKSUM_LENGTH);
        return line.equals(checked(content)) ? content : null;
    }

    private static String checked(String line) {
        CRC32C crc = new CRC32C();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue()) + " " + line;
    }

    /** Adds lines; when it fails, none of them. */
    void add(Iterator<String> lines) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        long at = end;
        file.seek(at);
        while (lines.hasNext()) {
            chunk.writeBytes((checked(lines.next()) + "\n").getBytes(StandardCharsets.UTF_8));
            if (chunk.size() >= CHUNK) {
                at += write(chunk);
            }
        }
        end = at + write(chunk);
    }

    private int write(ByteArrayOutputStream chunk) throws IOException {
        byte[] bytes = chunk.toByteArray();
        chunk.reset();
        file.write(bytes);
        return bytes.length;
    }

    /** How long it is, in bytes. */
    long size() {
        return end;
    }

    /** Waits until all of it is on the disk. */
    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
