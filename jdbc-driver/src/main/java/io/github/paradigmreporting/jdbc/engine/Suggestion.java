package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlOperator;

/** What the user may have meant, as the end of an error message; empty when nothing comes to mind. */
final class Suggestion {
    private static final Pattern TABLE = Pattern.compile("(?:Object|Table) '([^']+)' not found");
    private static final Pattern COLUMN = Pattern.compile("(?:Column|Unknown identifier|Unknown field) '([^']+)'");
    private static final Pattern FUNCTION = Pattern.compile("function signature (\\w+)");
    private static final Pattern KEYWORD = Pattern.compile("\\w+");
    private static final int FEW = 5;

    private static final List<String> CLAUSES = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "JOIN",
            "UNION",
            "WITH",
            "BETWEEN",
            "DISTINCT");

    private Suggestion() {}

    /** What was meant by the word at which a statement cannot be read on, or by the one before it. */
    static String syntax(List<String> words, Collection<String> expected) {
        String near = words.get(0);
        List<String> known = Stream.concat(CLAUSES.stream(), expected.stream().map(Suggestion::bare))
                .filter(token -> KEYWORD.matcher(token).matches())
                .toList();
        for (String word : words) {
            Optional<String> close = SqlFront.isReserved(word) ? Optional.empty() : nearest(word, known);
            if (close.isPresent()) {
                return "; did you mean " + close.get() + "?";
            }
        }
        if (SqlFront.isReserved(near)) {
            return "; " + near + " is a reserved word: as a name it needs double quotes, \"" + near + "\"";
        }
        return expected.isEmpty() || expected.size() > FEW
                ? ""
                : "; here may stand "
                        + String.join(
                                ", ",
                                expected.stream().map(Suggestion::bare).sorted().toList());
    }

    private static String bare(String token) {
        return token.replace("\"", "");
    }

    static String name(String problem) {
        Matcher table = TABLE.matcher(problem);
        if (table.find()) {
            return meant(
                    table.group(1), SqlTables.ALL.stream().map(SqlTable::name).toList(), "SHOW TABLES lists them");
        }
        Matcher column = COLUMN.matcher(problem);
        if (column.find() && problem.contains("not found")) {
            List<String> columns = SqlTables.ALL.stream()
                    .flatMap(each -> each.columns().stream())
                    .map(SqlColumn::name)
                    .distinct()
                    .toList();
            List<String> tables = SqlTables.ALL.stream()
                    .filter(each -> each.indexOf(column.group(1)).isPresent())
                    .map(SqlTable::name)
                    .toList();
            return tables.isEmpty()
                    ? meant(column.group(1), columns, "DESCRIBE <table> lists the columns")
                    : "; it is a column of " + String.join(", ", tables);
        }
        Matcher function = FUNCTION.matcher(problem);
        if (!function.find()) {
            return "";
        }
        if (function.group(1).equalsIgnoreCase("TO_NUMBER")) {
            return "; write CAST(REPLACE(text, ',', '') AS DECIMAL)";
        }
        return nearest(
                        function.group(1),
                        SqlFront.operators().stream()
                                .map(SqlOperator::getName)
                                .filter(name -> KEYWORD.matcher(name).matches())
                                .toList())
                .filter(name -> !name.equalsIgnoreCase(function.group(1)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static String meant(String name, List<String> known, String otherwise) {
        return nearest(name, known).map(near -> "; did you mean " + near + "?").orElse("; " + otherwise);
    }

    /** The word most like a word: a quarter of its letters may differ. */
    private static Optional<String> nearest(String word, List<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int most = Math.max(1, lower.length() / 4);
        return known.stream()
                .filter(each -> distance(lower, each.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(each -> distance(lower, each.toLowerCase(Locale.ROOT))));
    }

    /** Letters to put in, leave out, change or swap to get from one word to another. */
    private static int distance(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(from, to, least, i, j);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int step(String from, String to, int[][] least, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int steps = Math.min(least[i - 1][j - 1] + change, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(steps, least[i - 2][j - 2] + 1) : steps;
    }
}
