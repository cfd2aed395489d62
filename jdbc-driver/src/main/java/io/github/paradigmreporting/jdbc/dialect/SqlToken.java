package io.github.paradigmreporting.jdbc.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a statement's text. The pieces of a statement put together are the statement again.
 *
 * @param kind what it is
 * @param text as written
 */
record SqlToken(Kind kind, String text) {
    /** What a token is. */
    enum Kind {
        BLANK,
        STRING,
        QUOTED,
        BACKTICKED,
        NUMBER,
        WORD,
        SYMBOL
    }

    /** Stands before the first and after the last. */
    static final SqlToken NONE = new SqlToken(Kind.BLANK, "");

    private static final Pattern TOKEN =
            Pattern.compile("(?s)(?<blank>\\s+|--[^\\r\\n]*|//[^\\r\\n]*|/\\*.*?(?:\\*/|$))"
                    + "|(?<string>(?:[uU]&|[nNxXbBeE]|_\\w+)?'(?:[^']|'')*(?:'|$))"
                    + "|(?<quoted>(?:[uU]&)?\"(?:[^\"]|\"\")*(?:\"|$))"
                    + "|(?<backticked>`(?:[^`]|``)*(?:`|$))"
                    + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<symbol>::|<=>|<=|>=|<>|!~\\*|!~|~\\*|!=|\\|\\||.)");

    static List<SqlToken> split(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        int at = 0;
        while (at < sql.length() && matcher.find(at)) {
            tokens.add(new SqlToken(kind(matcher), matcher.group()));
            at = matcher.end();
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("every piece of text is of some kind");
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isBlank() {
        return kind == Kind.BLANK;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** A name in backticks as a name in double quotes. */
    String asDoubleQuoted() {
        String name = text.substring(1, text.length() - (text.length() > 1 && text.endsWith("`") ? 1 : 0));
        return '"' + name.replace("``", "`").replace("\"", "\"\"") + '"';
    }

    /** Whether it names something: a word, or a name in quotes or backticks. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.BACKTICKED;
    }

    /** The name without quotes or backticks. */
    String name() {
        boolean quoted = kind == Kind.QUOTED || kind == Kind.BACKTICKED;
        return quoted && text.length() > 1 ? text.substring(1, text.length() - 1) : text;
    }
}
