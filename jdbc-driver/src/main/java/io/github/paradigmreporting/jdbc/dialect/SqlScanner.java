package io.github.paradigmreporting.jdbc.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a statement into tokens as PostgreSQL does, and takes backticks as well. Reads each character once, without
 * regular expressions: their classes cost more than the rest when a JVM is cold, and their recursion ends long texts. For
 * one thread.
 */
final class SqlScanner {
    /** Symbols of more than one character, longest first. */
    private static final String[] SYMBOLS = {
        "!~~*", "~~*", "!~~", "<=>", "!~*", "::", "<=", ">=", "<>", "!=", "||", "=>", "~~", "!~", "~*"
    };

    private final String sql;
    private int at;

    SqlScanner(String sql) {
        this.sql = sql;
    }

    List<SqlToken> tokens() {
        List<SqlToken> tokens = new ArrayList<>();
        while (at < sql.length()) {
            int from = at;
            SqlToken.Kind kind = skip();
            tokens.add(new SqlToken(kind, sql.substring(from, at)));
        }
        return tokens;
    }

    /** Moves behind the next token. */
    private SqlToken.Kind skip() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            while (Character.isWhitespace(peek(0))) {
                at++;
            }
            return SqlToken.Kind.BLANK;
        }
        if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
            while (at < sql.length() && peek(0) != '\n' && peek(0) != '\r') {
                at++;
            }
            return SqlToken.Kind.BLANK;
        }
        if (sql.startsWith("/*", at)) {
            comment();
            return SqlToken.Kind.BLANK;
        }
        if (c == '\'' || c == '"' || c == '`') {
            quoted(c, false);
            return c == '\'' ? SqlToken.Kind.STRING : c == '"' ? SqlToken.Kind.QUOTED : SqlToken.Kind.BACKTICKED;
        }
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
            return SqlToken.Kind.NUMBER;
        }
        if (isLetter()) {
            return word();
        }
        if (c == '$' && dollars()) {
            return SqlToken.Kind.STRING;
        }
        at += symbol().length();
        return SqlToken.Kind.SYMBOL;
    }

    /** A comment, which may hold comments. */
    private void comment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    /** From one quote to the next that is not written twice, nor after a backslash where that escapes. */
    private void quoted(char quote, boolean escapes) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == quote && peek(1) != quote) {
                at++;
                return;
            }
            at += c == quote || (escapes && c == '\\') ? 2 : 1;
        }
        at = sql.length();
    }

    private void number() {
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
            at += 1 + sign;
            digits();
        }
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    /** A word, or a text or name with letters before its first quote. */
    private SqlToken.Kind word() {
        int from = at;
        while (isLetter() || isDigit(peek(0)) || peek(0) == '$' || isPart()) {
            at += Character.charCount(sql.codePointAt(at));
        }
        boolean single = at == from + 1;
        char first = Character.toUpperCase(sql.charAt(from));
        if (peek(0) == '\'' && ((single && "NXBE".indexOf(first) >= 0) || first == '_')) {
            quoted('\'', first == 'E');
            return SqlToken.Kind.STRING;
        }
        char quote = peek(1);
        if (single && first == 'U' && peek(0) == '&' && (quote == '\'' || quote == '"')) {
            at++;
            quoted(quote, false);
            return quote == '\'' ? SqlToken.Kind.STRING : SqlToken.Kind.QUOTED;
        }
        return SqlToken.Kind.WORD;
    }

    /** {@code $$text$$} or {@code $tag$text$tag$}; false where it is no such thing. */
    private boolean dollars() {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetter(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        if (end >= sql.length() || sql.charAt(end) != '$') {
            return false;
        }
        String tag = sql.substring(at, end + 1);
        int close = sql.indexOf(tag, end + 1);
        at = close < 0 ? sql.length() : close + tag.length();
        return true;
    }

    private String symbol() {
        for (String symbol : SYMBOLS) {
            if (sql.startsWith(symbol, at)) {
                return symbol;
            }
        }
        return sql.substring(at, at + Character.charCount(sql.codePointAt(at)));
    }

    private boolean isLetter() {
        return at < sql.length() && (peek(0) == '_' || Character.isLetter(sql.codePointAt(at)));
    }

    /** Digits of any script, which stand within a name only. */
    private boolean isPart() {
        return at < sql.length() && Character.isLetterOrDigit(sql.codePointAt(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The character so many after this one; a letter of no alphabet after the end. */
    private char peek(int by) {
        return at + by < sql.length() ? sql.charAt(at + by) : '\uffff';
    }
}
