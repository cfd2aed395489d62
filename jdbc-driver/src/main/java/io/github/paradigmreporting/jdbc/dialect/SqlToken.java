package io.github.paradigmreporting.jdbc.dialect;

import java.util.List;
import java.util.Locale;

/**
 * A piece of a statement's text. The pieces of a statement put together are the statement again.
 *
 * @param kind what it is
 * @param text as written
 */
public record SqlToken(Kind kind, String text) {
    /** What a token is. */
    public enum Kind {
        /** White space, or a comment. */
        BLANK,
        /** A text in single quotes with what may stand before it, or between dollar signs. */
        STRING,
        /** A name in double quotes. */
        QUOTED,
        /** A name in backticks. */
        BACKTICKED,
        /** A number without its sign. */
        NUMBER,
        /** A key word or a name without quotes. */
        WORD,
        /** Anything else. */
        SYMBOL
    }

    /** Stands before the first and after the last. */
    static final SqlToken NONE = new SqlToken(Kind.BLANK, "");

    /**
     * The tokens of a statement.
     *
     * @param sql the statement
     * @return in order, blanks and comments included
     */
    public static List<SqlToken> split(String sql) {
        return new SqlScanner(sql).tokens();
    }

    /**
     * Whether it is a symbol.
     *
     * @param symbol the symbol
     * @return whether this is it
     */
    public boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /**
     * Whether it is a key word or name without quotes.
     *
     * @param word the word in upper case
     * @return whether this is it, in any case
     */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /**
     * Whether it separates others only.
     *
     * @return true for white space and comments
     */
    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    /** Whether it is a comment in place of which other databases read hints. */
    boolean isComment() {
        return kind == Kind.BLANK && !text.isBlank();
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The word in upper case, empty for anything but a word. */
    String word() {
        return kind == Kind.WORD ? upper() : "";
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
