package io.github.paradigmreporting.core.docs;

import java.util.List;

/** A generated page, written line by line. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    Page line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Page empty() {
        return line("");
    }

    /** A table's head: its titles and the line below. */
    Page head(String... titles) {
        row(List.of(titles));
        return line("|---".repeat(titles.length) + "|");
    }

    Page row(List<String> cells) {
        return line("| " + String.join(" | ", cells) + " |");
    }

    Page rows(List<List<String>> rows) {
        rows.forEach(this::row);
        return this;
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
