package io.github.paradigmreporting.jdbc.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A view as a user wrote it.
 *
 * @param name name in lower case, unless it was written in quotes
 * @param sql the query
 * @param remarks the comments before it
 */
public record ViewDefinition(String name, String sql, String remarks) {
    /**
     * The views of a text: {@code CREATE [OR REPLACE] VIEW name AS query} statements with {@code ;} between them.
     *
     * @param text the text
     * @return in order
     * @throws IllegalArgumentException when a statement is something else; says which
     */
    public static List<ViewDefinition> parse(String text) {
        List<ViewDefinition> views = new ArrayList<>();
        List<SqlToken> statement = new ArrayList<>();
        for (SqlToken token : SqlToken.split(text + ";")) {
            if (!token.is(";")) {
                statement.add(token);
            } else {
                if (!statement.stream().allMatch(SqlToken::isBlank)) {
                    views.add(one(statement, views.size() + 1));
                }
                statement.clear();
            }
        }
        return views;
    }

    private static ViewDefinition one(List<SqlToken> statement, int number) {
        TokenEdits tokens = new TokenEdits(statement);
        int create = tokens.next(-1);
        int view = tokens.next(create);
        if (tokens.at(view).upper().equals("OR")) {
            view = tokens.next(tokens.next(view));
        }
        int name = tokens.next(view);
        int as = tokens.next(name);
        if (!tokens.at(create).upper().equals("CREATE")
                || !tokens.at(view).upper().equals("VIEW")
                || !tokens.at(name).isName()
                || !tokens.at(as).upper().equals("AS")) {
            throw new IllegalArgumentException("statement " + number + " is not CREATE VIEW name AS SELECT ...: "
                    + text(statement.subList(create, Math.min(statement.size(), create + 12))));
        }
        SqlToken named = tokens.at(name);
        return new ViewDefinition(
                named.isWord() ? named.text().toLowerCase(java.util.Locale.ROOT) : named.name(),
                text(statement.subList(as + 1, statement.size())),
                remarks(statement.subList(0, create), named.name()));
    }

    private static String text(List<SqlToken> tokens) {
        return tokens.stream().map(SqlToken::text).collect(Collectors.joining()).strip();
    }

    private static String remarks(List<SqlToken> before, String name) {
        String comments = before.stream()
                .map(token -> token.text().strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceAll("^(--|//|/\\*+)\\s*|\\s*\\*+/$", ""))
                .collect(Collectors.joining(" "));
        return comments.isEmpty() ? "View " + name + " of viewDefinitions." : comments;
    }
}
