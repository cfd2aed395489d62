package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file of a {@link Disk} holds, as its name says it: days of a report that had settled when they were asked for.
 *
 * @param path where it is
 * @param report name of the report
 * @param columns fingerprint of the report's columns as this program knows them
 * @param company the only company whose rows it holds, or null for all that the key may see
 * @param days which days
 * @param askedAt when the instance was asked
 */
record DiskFile(
        Path path, String report, String columns, @Nullable Long company, Window days, Instant askedAt) {
    private static final Pattern NAME = Pattern.compile(
            "([a-z_]+)\\.([0-9a-f]{12})\\.(all|\\d{1,18})\\.([0-9-]{10})\\.([0-9-]{10})\\.(\\d{1,15})\\.json\\.gz");

    /** The file for rows of a slot. */
    static DiskFile of(Path folder, Slot slot, Instant askedAt) {
        String columns = columns(slot.report());
        String name = String.join(
                ".",
                slot.report().name(),
                columns,
                slot.company() == null ? "all" : slot.company().toString(),
                slot.days().from().toString(),
                slot.days().to().toString(),
                Long.toString(askedAt.toEpochMilli()),
                "json",
                "gz");
        return new DiskFile(folder.resolve(name), slot.report().name(), columns, slot.company(), slot.days(), askedAt);
    }

    /** What a name says; null when it is not a name of ours. */
    static @Nullable DiskFile of(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) {
            return null;
        }
        try {
            return new DiskFile(
                    path,
                    name.group(1),
                    name.group(2),
                    name.group(3).equals("all") ? null : Long.valueOf(name.group(3)),
                    new Window(LocalDate.parse(name.group(4)), LocalDate.parse(name.group(5))),
                    Instant.ofEpochMilli(Long.parseLong(name.group(6))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Changes with whatever changes the meaning of a report's rows. */
    static String columns(Report<?> report) {
        return hash(report.columns().stream().map(DiskFile::text).collect(Collectors.joining("\n")), 6);
    }

    private static String text(Column<?> column) {
        return column.name() + " " + column.type() + " " + column.key() + " " + column.path();
    }

    /** The first bytes of a text's SHA-256, in hexadecimal digits. */
    static String hash(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
