package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.file.OwnerFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A whole state file: a line with the format, a checksum of all that follows, and the generation; then the state. Written
 * and read as a stream.
 *
 * @param file where it is
 * @param generation counts the states kept under one key
 * @param checksum eight hexadecimal digits
 * @param begin where the state begins
 */
record StateFile(Path file, long generation, String checksum, long begin) {
    private static final String FORMAT = "paradigm-reporting-state-1";
    private static final Pattern HEADER = Pattern.compile("(" + FORMAT + " (\\p{XDigit}{8}) )(\\d{1,18})\n");
    private static final int CHECKED_FROM = FORMAT.length() + 10;
    private static final int LONGEST_HEADER = CHECKED_FROM + 19;
    private static final int CHUNK = 64 * 1024;

    /** Something that is written piece by piece. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file; when this returns, it is on the disk. The checksum comes last, so that nothing torn has a good one. */
    static StateFile write(Path file, long generation, Content content) throws IOException {
        byte[] header = (generation + "\n").getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        OwnerFiles.create(file);
        try (FileOutputStream raw = new FileOutputStream(file.toFile());
                BufferedOutputStream buffered = new BufferedOutputStream(raw, CHUNK);
                CheckedOutputStream out = new CheckedOutputStream(buffered, crc)) {
            buffered.write((FORMAT + " ________ ").getBytes(StandardCharsets.UTF_8));
            out.write(header);
            content.writeTo(out);
        }
        String checksum = hex(crc);
        // No channel: an interrupt, such as Camel's when it does not want to wait, would close it.
        try (RandomAccessFile patched = new RandomAccessFile(file.toFile(), "rw")) {
            patched.seek(FORMAT.length() + 1L);
            patched.write(checksum.getBytes(StandardCharsets.UTF_8));
            patched.getFD().sync();
        }
        return new StateFile(file, generation, checksum, CHECKED_FROM + header.length);
    }

    /** The file, or empty when it is not whole. */
    static Optional<StateFile> read(Path file) {
        try (InputStream in = OwnerFiles.read(file)) {
            // Not UTF-8, which would lose bytes of a file that is something else.
            String start = new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.ISO_8859_1);
            Matcher header = HEADER.matcher(start);
            if (!header.lookingAt() || !header.group(2).equals(checksum(file))) {
                return Optional.empty();
            }
            return Optional.of(new StateFile(file, Long.parseLong(header.group(3)), header.group(2), header.end()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String checksum(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        try (InputStream in = OwnerFiles.read(file)) {
            in.skipNBytes(CHECKED_FROM);
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                crc.update(chunk, 0, read);
            }
        }
        return hex(crc);
    }

    private static String hex(CRC32C crc) {
        return String.format("%08x", crc.getValue());
    }

    /** The state, to be closed. */
    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(OwnerFiles.read(file), CHUNK);
        in.skipNBytes(begin);
        return in;
    }

    /** The state as text. */
    String value() {
        try (InputStream in = open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static UncheckedIOException unreadable(Path file, IOException e) {
        return new UncheckedIOException("the position in " + file.toAbsolutePath() + " could not be read: " + e, e);
    }
}
