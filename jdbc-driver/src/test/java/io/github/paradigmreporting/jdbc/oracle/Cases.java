package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** Statements written by hand: files of {@code oracle/cases}, statements divided by empty lines. */
final class Cases {
    /** Names of the files. */
    static final List<String> FILES = List.of(
            "joins",
            "logic",
            "correlated",
            "sets",
            "groupings",
            "aggregates",
            "windows",
            "numbers",
            "dates",
            "texts",
            "patterns",
            "orders",
            "ctes",
            "names",
            "tools");

    private Cases() {}

    /** The statements of a file, in order. */
    static List<String> of(String file) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        String text = Resource.text("oracle/cases/" + file + ".sql") + "\n";
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) {
                if (!statement.isEmpty()) {
                    statements.add(statement.toString().trim());
                }
                statement.setLength(0);
            } else if (!line.startsWith("#")) {
                statement.append(line).append('\n');
            }
        }
        return statements;
    }
}
