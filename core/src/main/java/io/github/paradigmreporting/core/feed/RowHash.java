package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Hashes a row's values: the first 8 bytes of SHA-256 over a form that is the same on every JVM and in every version.
 *
 * <p>The form: for each column that the answer gave (not the request) and whose value is not null, by column name: the
 * name, the type's name, the value. Texts are UTF-8 after their length in bytes. A BIGINT or DATE (days since 1970-01-01) is
 * 8 bytes, a DOUBLE its 8 bytes of IEEE 754 with one NaN, a TIMESTAMP 8 bytes of seconds since 1970 and 8 of nanoseconds;
 * highest byte first. A column that a later catalogue adds therefore changes nothing until the instance fills it.
 *
 * <p>Not safe for threads.
 */
final class RowHash<R extends Row> {
    private final List<Part<R>> parts;
    private final MessageDigest sha256;

    RowHash(Report<R> report) {
        this.parts = report.columns().stream()
                .filter(column -> !column.fromRequest())
                .sorted(Comparator.comparing(Column::name))
                .map(Part::new)
                .toList();
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** A column, after its name and type as they stand in the form. */
    private static final class Part<R extends Row> {
        private final Column<R> column;
        private final byte[] label;

        Part(Column<R> column) {
            this.column = column;
            this.label =
                    new Packer().text(column.name()).text(column.type().name()).bytes();
        }
    }

    long of(R row) {
        Packer form = new Packer();
        for (Part<R> part : parts) {
            Object value = part.column.value(row);
            if (value != null) {
                form.raw(part.label);
                switch (part.column.type()) {
                    case BIGINT -> form.fixed((Long) value);
                    case DOUBLE -> form.fixed(Double.doubleToLongBits((Double) value));
                    case TEXT -> form.text((String) value);
                    case DATE -> form.fixed(((LocalDate) value).toEpochDay());
                    case TIMESTAMP -> {
                        Instant instant = (Instant) value;
                        form.fixed(instant.getEpochSecond()).fixed(instant.getNano());
                    }
                }
            }
        }
        return new Unpacker(sha256.digest(form.bytes())).fixed();
    }
}
