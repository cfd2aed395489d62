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
 * @param number number of the statement in its text, from 1
 * @param line line of the text where the query begins, from 1
 * @param column column where the query begins, from 1
 */
public record ViewDefinition(String name, String sql, String remarks, int number, int line, int column) {
    /**
     * Where it is.
     *
     * @return number and line of the statement
     */
    public String place() {
        return "statement " + number + " (query in line " + line + ")";
    }

    /**
     * The views of a text: {@code CREATE [OR REPLACE] VIEW name AS query} statements with {@code ;} between them.
     *
     * @param text the text
     * @return in order
     * @throws IllegalArgumentException when a statement is something else; says which, and repeats nothing of it
     */
    public static List<ViewDefinition> parse(String text) {
        List<ViewDefinition> views = new ArrayList<>();
        List<SqlToken> statement = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (SqlToken token : SqlToken.split(text + ";")) {
            if (!token.is(";")) {
                statement.add(token);
            } else {
                if (!statement.stream().allMatch(SqlToken::isBlank)) {
                    views.add(one(statement, views.size() + 1, before.toString()));
                }
                statement.forEach(read -> before.append(read.text()));
                before.append(token.text());
                statement.clear();
            }
        }
        return views;
    }

    private static ViewDefinition one(List<SqlToken> statement, int number, String before) {
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
            throw new IllegalArgumentException("statement " + number + " (line "
                    + line(before + joined(statement.subList(0, create))) + ") is not CREATE VIEW name AS SELECT ...");
        }
        SqlToken named = tokens.at(name);
        String query = joined(statement.subList(as + 1, statement.size()));
        String start = before
                + joined(statement.subList(0, as + 1))
                + query.substring(0, query.length() - query.stripLeading().length());
        return new ViewDefinition(
                named.isWord() ? named.text().toLowerCase(java.util.Locale.ROOT) : named.name(),
                query.strip(),
                remarks(statement.subList(0, create), named.name()),
                number,
                line(start),
                start.length() - start.lastIndexOf('\n'));
    }

    /** The line that comes after a text. */
    private static int line(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    private static String joined(List<SqlToken> tokens) {
        return tokens.stream().map(SqlToken::text).collect(Collectors.joining());
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
