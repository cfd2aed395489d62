package io.github.paradigmreporting.examples.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows under headings, aligned: numbers to the right, everything else to the left. Not safe for threads. */
final class Table {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    Table(List<String> headings) {
        this.headings = List.copyOf(headings);
        this.right = new boolean[headings.size()];
    }

    /** Adds a row; a null cell is shown as a dash. */
    Table row(@Nullable Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headings.size() + " headings");
        }
        for (int i = 0; i < cells.length; i++) {
            right[i] |= cells[i] instanceof Number;
        }
        rows.add(Arrays.stream(cells).map(Table::text).toList());
        return this;
    }

    /** The headings, a rule under them, then the rows. */
    List<String> lines(String rule) {
        int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        lines.add(Arrays.stream(widths).mapToObj(rule::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).length(), Math::max);
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> padded(cells.get(i), widths[i], right[i]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "-";
        }
        if (cell instanceof Double number) {
            return String.format(Locale.ROOT, "%,.1f", number);
        }
        if (cell instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        return cell instanceof Instant instant
                ? instant.truncatedTo(ChronoUnit.SECONDS).toString()
                : cell.toString();
    }
}
