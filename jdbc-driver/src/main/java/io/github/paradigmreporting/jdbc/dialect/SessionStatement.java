package io.github.paradigmreporting.jdbc.dialect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement about transactions or the session, as tools send it around their queries. A driver that only reads has nothing
 * to do for it.
 *
 * @param warning what the statement does not do, or null when nothing is missed
 * @param schema the schema to use from now on, or null
 */
public record SessionStatement(
        @Nullable String warning, @Nullable String schema) {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "BEGIN",
            "START",
            "COMMIT",
            "END",
            "ROLLBACK",
            "ABORT",
            "SAVEPOINT",
            "RELEASE",
            "RESET",
            "DISCARD",
            "DEALLOCATE");

    /**
     * The statement of a text.
     *
     * @param sql the text
     * @return what it means, or null when it is another statement
     */
    public static @Nullable SessionStatement of(@Nullable String sql) {
        if (sql == null) {
            return null;
        }
        List<SqlToken> words = SqlToken.split(sql).stream()
                .filter(token -> !token.isBlank() && !token.is(";"))
                .toList();
        String first = words.isEmpty() ? "" : words.get(0).word();
        if (first.equals("USE") && words.size() == 2) {
            return new SessionStatement(null, words.get(1).name());
        }
        if (first.equals("SET") && words.size() > 1) {
            return new SessionStatement(
                    "SET changes nothing: the driver has no settings of a session, and instants are in UTC", null);
        }
        boolean transaction =
                !first.equals("START") || (words.size() > 1 && words.get(1).isWord("TRANSACTION"));
        return WITHOUT_EFFECT.contains(first) && transaction ? new SessionStatement(null, null) : null;
    }
}
