package io.github.paradigmreporting.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The content of a state file: a line with the format, a checksum of all that follows, and the generation; then the state.
 *
 * @param generation counts the states kept under one key
 * @param value the state
 */
record StateFile(long generation, String value) {
    private static final String FORMAT = "paradigm-reporting-state-1";
    private static final Pattern CONTENT =
            Pattern.compile(FORMAT + " (\\p{XDigit}{8}) ((\\d{1,18})\n(.*))", Pattern.DOTALL);

    byte[] encoded() {
        String checked = generation + "\n" + value;
        return (FORMAT + " " + checksum(checked) + " " + checked).getBytes(StandardCharsets.UTF_8);
    }

    /** The content of a file, or empty when it is not whole. */
    static Optional<StateFile> read(Path file) {
        try {
            // Not readString: bytes that are no UTF-8 are damage, not an I/O error.
            Matcher matcher = CONTENT.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (!matcher.matches() || !checksum(matcher.group(2)).equals(matcher.group(1))) {
                return Optional.empty();
            }
            return Optional.of(new StateFile(Long.parseLong(matcher.group(3)), matcher.group(4)));
        } catch (IOException e) {
            throw new UncheckedIOException("the position in " + file.toAbsolutePath() + " could not be read: " + e, e);
        }
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
