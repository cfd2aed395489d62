package io.github.paradigmreporting.jdbc.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW and DESCRIBE as queries. */
final class ShowStatements {
    private static final String COLUMNS = "SELECT column_name, data_type, is_nullable, remarks"
            + " FROM information_schema.columns WHERE LOWER(table_name) = LOWER(%s) ORDER BY table_schema, ordinal_position";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("TIMEZONE", "SELECT 'UTC' AS \"TimeZone\""),
            Map.entry("DATESTYLE", "SELECT 'ISO, MDY' AS \"DateStyle\""),
            Map.entry("INTERVALSTYLE", "SELECT 'postgres' AS \"IntervalStyle\""),
            Map.entry("SEARCH_PATH", "SELECT 'paradigm' AS search_path"),
            Map.entry("CLIENT_ENCODING", "SELECT 'UTF8' AS client_encoding"),
            Map.entry("SERVER_ENCODING", "SELECT 'UTF8' AS server_encoding"),
            Map.entry("LC_COLLATE", "SELECT 'C' AS lc_collate"),
            Map.entry("STANDARD_CONFORMING_STRINGS", "SELECT 'on' AS standard_conforming_strings"),
            Map.entry("INTEGER_DATETIMES", "SELECT 'on' AS integer_datetimes"),
            Map.entry("TRANSACTION_READ_ONLY", "SELECT 'on' AS transaction_read_only"),
            Map.entry("DEFAULT_TRANSACTION_READ_ONLY", "SELECT 'on' AS default_transaction_read_only"));

    private ShowStatements() {}

    /** The query that a statement means, or null when it is no such statement. */
    static @Nullable String asSelect(String sql) {
        List<SqlToken> words = SqlToken.split(sql).stream()
                .filter(token -> !token.isBlank() && !token.is(";"))
                .toList();
        String first = word(words, 0);
        if (first.equals("DESCRIBE") || first.equals("DESC")) {
            int table = word(words, 1).equals("TABLE") && words.size() > 2 ? 2 : 1;
            return words.size() > table ? columns(words, table) : null;
        }
        if (!first.equals("SHOW")) {
            return null;
        }
        int what = word(words, 1).equals("FULL") ? 2 : 1;
        return switch (word(words, what)) {
            case "TABLES" -> tables(words, what + 1);
            case "COLUMNS", "FIELDS" -> words.size() > what + 2 ? columns(words, what + 2) : null;
            case "SCHEMAS", "DATABASES" -> "SELECT schema_name FROM information_schema.schemata ORDER BY schema_name";
            default -> setting(words.subList(1, words.size()));
        };
    }

    /** What a session is, as PostgreSQL's tools ask for it. */
    private static @Nullable String setting(List<SqlToken> words) {
        if (words.isEmpty()) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        words.forEach(word -> name.append(word.upper()));
        String query = SETTINGS.get(name.toString());
        if (query == null) {
            throw new RefusedStatementException(
                    "42704",
                    "there is no setting " + name.toString().toLowerCase(Locale.ROOT)
                            + " to SHOW; there are TABLES, COLUMNS FROM <table>, SCHEMAS, "
                            + SETTINGS.keySet().stream()
                                    .map(known -> known.toLowerCase(Locale.ROOT))
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return query;
    }

    private static String tables(List<SqlToken> words, int next) {
        String where = " WHERE table_schema = 'paradigm'";
        if (word(words, next).equals("FROM") || word(words, next).equals("IN")) {
            where = " WHERE table_schema = LOWER(" + text(words, next + 1) + ")";
            next += 2;
        }
        if (word(words, next).equals("LIKE")) {
            where += " AND table_name LIKE " + text(words, next + 1);
        }
        return "SELECT table_name, table_type, remarks FROM information_schema.tables" + where + " ORDER BY table_name";
    }

    private static String columns(List<SqlToken> words, int name) {
        int last = name;
        while (words.size() > last + 2 && words.get(last + 1).is(".")) {
            last += 2;
        }
        return COLUMNS.formatted(text(words, last));
    }

    private static String word(List<SqlToken> words, int index) {
        return index < words.size() ? words.get(index).upper() : "";
    }

    /** A name or text as a text. */
    private static String text(List<SqlToken> words, int index) {
        if (index >= words.size()) {
            return "''";
        }
        SqlToken token = words.get(index);
        return token.isString() ? token.text() : "'" + token.name().replace("'", "''") + "'";
    }
}
