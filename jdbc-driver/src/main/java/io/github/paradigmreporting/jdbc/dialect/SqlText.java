package io.github.paradigmreporting.jdbc.dialect;

import java.util.List;

/**
 * A statement's text as Calcite's parser wants it, which still knows where in the original each piece stood. Immutable.
 */
public final class SqlText {
    /** Stands before the first column of SELECT DISTINCT ON as a function of the columns that tell rows apart. */
    public static final String DISTINCT_ON = "$DISTINCT_ON";

    /** The last key of a window's order whose frame, written as ROWS, is in GROUPS. */
    public static final String GROUPS = "$GROUPS";

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
        int at = edits.original(offset(text, line, column));
        int lineStart = original.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        if (at == 0) {
            lineStart = 0;
        }
        long lines =
                original.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return "line " + (lines + 1) + ", column " + (at - lineStart + 1);
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
