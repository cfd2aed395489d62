package io.github.paradigmreporting.jdbc.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement's text as Calcite's parser wants it, which still knows where in the original each piece stood. Immutable.
 */
public final class SqlText {
    /** Stands before the first column of SELECT DISTINCT ON as a function of the columns that tell rows apart. */
    public static final String DISTINCT_ON = "$DISTINCT_ON";

    /** The last key of a window's order whose frame, written as ROWS, is in GROUPS. */
    public static final String GROUPS = "$GROUPS";

    /** The last key of an order whose FETCH is one WITH TIES. */
    public static final String TIES = "$TIES";

    private final String original;
    private final TokenEdits edits;
    private final String text;

    private SqlText(String original, TokenEdits edits) {
        this.original = original;
        this.edits = edits;
        this.text = edits.text();
    }

    /**
     * The text of a statement.
     *
     * @param sql as the user wrote it
     * @return as the parser takes it
     */
    public static SqlText of(String sql) {
        String select = ShowStatements.asSelect(sql);
        String source = select == null ? sql : select;
        TokenEdits edits = new TokenEdits(SqlToken.split(source));
        StatementReader.apply(edits);
        TopRule.apply(edits);
        return new SqlText(source, edits);
    }

    /**
     * The statement for the parser.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Where a position of {@link #text()} is in the text that the user wrote.
     *
     * @param line line from 1
     * @param column column from 1
     * @return the same place for people: {@code line 2, column 5}
     */
    public String place(int line, int column) {
        return original(edits.original(offset(text, line, column)));
    }

    private String original(int at) {
        int lineStart = original.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        if (at == 0) {
            lineStart = 0;
        }
        long lines =
                original.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return "line " + (lines + 1) + ", column " + (at - lineStart + 1);
    }

    /**
     * Where a parameter stands that has a name, which JDBC does not know.
     *
     * @return the parameter and its place for people, or null when there is none
     */
    public @Nullable String namedParameter() {
        int at = 0;
        for (int i = 0; i + 1 < edits.size(); i++) {
            SqlToken token = edits.at(i);
            if ((token.is(":") || token.is("$") || token.is("@"))
                    && (edits.at(i + 1).isWord() || edits.at(i + 1).kind() == SqlToken.Kind.NUMBER)) {
                return "'" + token.text() + edits.at(i + 1).text() + "' cannot stand here (" + original(at) + ")";
            }
            at += token.text().length();
        }
        return null;
    }

    /**
     * The word that the user wrote at a position of {@link #text()}, and the one before it.
     *
     * @param line line from 1
     * @param column column from 1
     * @return in this order, empty where there is none
     */
    public List<String> words(int line, int column) {
        int at = edits.tokenAt(offset(text, line, column));
        return List.of(edits.at(at).text(), edits.at(edits.previous(at)).text());
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < Math.min(line - 1, lines.size()); i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return text.length();
            }
        }
        return Math.min(text.length(), start + column - 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
