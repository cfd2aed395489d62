package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.AnswerFile;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a file of a {@link Disk} is written: gzip, whose checksum covers all that follows; a line that says what it is, of
 * whom, and how many rows there are; then the rows as the API itself would have sent them. {@code zcat} shows it.
 */
final class DiskFormat {
    /** Grows when files are written in another way; files of another version are not looked at. */
    static final int VERSION = 1;

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern COUNT = Pattern.compile(" of (\\d{1,9}) rows in (\\d{1,18}) bytes");

    private DiskFormat() {}

    static <R extends Row> void write(OutputStream out, String owner, DiskFile file, Report<R> report, List<R> rows)
            throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        AnswerFile.write(report, rows, json);
        try (OutputStream zip = new GZIPOutputStream(out, 1 << 13)) {
            String line = title(owner, file) + " of " + rows.size() + " rows in " + json.size() + " bytes\n";
            zip.write(line.getBytes(StandardCharsets.US_ASCII));
            json.writeTo(zip);
        }
    }

    /** The rows of a file, all of them; an exception when it is too large, not whole or not what its name says. */
    static <R extends Row> List<R> read(String owner, DiskFile file, ReportQuery<R> query, long mostBytes)
            throws IOException {
        if (!DiskFolder.isFile(file.path())) {
            throw new IOException("no regular file");
        }
        try (InputStream in = new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), 1 << 13),
                1 << 13)) {
            String title = title(owner, file);
            String line = line(in);
            Matcher count = COUNT.matcher(line.substring(Math.min(line.length(), title.length())));
            if (!line.startsWith(title) || !count.matches()) {
                throw new IOException("it does not begin with '" + title + "'");
            }
            if (Long.parseLong(count.group(2)) > mostBytes) {
                throw new IOException("it holds " + count.group(2) + " bytes, too much to be read with this storeSize");
            }
            long expected = Long.parseLong(count.group(1));
            List<R> rows = AnswerFile.read(query, in, expected);
            if (rows.size() != expected) {
                throw new IOException("it holds " + rows.size() + " rows instead of " + expected);
            }
            return rows;
        }
    }

    /** Says what it is. The name is in it, so that a file that was renamed is found out. */
    private static String title(String owner, DiskFile file) {
        return "paradigm-reporting store " + VERSION + " " + owner + " "
                + file.path().getFileName();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() == LONGEST_LINE) {
                throw new IOException("it has no first line");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
