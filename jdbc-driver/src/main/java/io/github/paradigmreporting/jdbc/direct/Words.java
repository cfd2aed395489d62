package io.github.paradigmreporting.jdbc.direct;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a statement, taken one after the other. Knows only the plain forms that every SQL has, without regular
 * expressions, which cost more than the rest when a JVM is cold; declines everything else. For one thread.
 */
final class Words {
    /** What a piece is: END stands after the last. */
    enum Kind {
        WORD,
        NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    private record Piece(Kind kind, String text) {}

    private static final Piece END = new Piece(Kind.END, "");

    private final String sql;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int next;

    Words(String sql) {
        this.sql = sql;
        while (skipBlanks()) {
            pieces.add(piece(sql.charAt(at)));
        }
        int last = pieces.size() - 1;
        while (last >= 0
                && pieces.get(last).kind == Kind.SYMBOL
                && pieces.get(last).text.equals(";")) {
            pieces.remove(last--);
        }
        at = 0;
    }

    Kind kind() {
        return ahead(0).kind;
    }

    String text() {
        return ahead(0).text;
    }

    /** Whether the next piece is a word, in any case, or a symbol. */
    boolean is(String what) {
        return is(0, what);
    }

    boolean is(int ahead, String what) {
        Piece piece = ahead(ahead);
        return piece.kind == Kind.WORD
                ? piece.text.equalsIgnoreCase(what)
                : piece.kind == Kind.SYMBOL && piece.text.equals(what);
    }

    Kind kind(int ahead) {
        return ahead(ahead).kind;
    }

    /** Takes the next piece when it is a word or symbol. */
    boolean take(String what) {
        if (is(what)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String what) {
        if (!take(what)) {
            throw new Declined();
        }
    }

    /** Takes a piece of a kind. */
    String take(Kind kind) {
        if (kind() != kind) {
            throw new Declined();
        }
        String text = text();
        next++;
        return text;
    }

    /** Takes a number without sign or fraction. */
    long number() {
        String digits = take(Kind.NUMBER);
        if (digits.length() > 18) {
            throw new Declined();
        }
        return Long.parseLong(digits);
    }

    /** A place to come back to. */
    record Mark(int next) {}

    Mark mark() {
        return new Mark(next);
    }

    void back(Mark mark) {
        next = mark.next;
    }

    boolean isName() {
        return kind() == Kind.NAME || kind() == Kind.WORD;
    }

    private Piece ahead(int by) {
        return next + by < pieces.size() ? pieces.get(next + by) : END;
    }

    /** Moves to the next piece; false at the end. */
    private boolean skipBlanks() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                if (end < 0 || sql.startsWith("/*+", at)) {
                    throw new Declined();
                }
                at = end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private Piece piece(char first) {
        if (isLetter(first)) {
            return new Piece(Kind.WORD, run());
        }
        if (isDigit(first)) {
            return new Piece(Kind.NUMBER, run());
        }
        return switch (first) {
            case '\'' -> new Piece(Kind.TEXT, quoted('\''));
            case '"', '`' -> new Piece(Kind.NAME, quoted(first));
            case '<', '>', '!' -> comparison(first);
            case '(', ')', ',', '.', '*', ';', '=', '+', '-', '?', '{', '}' -> {
                at++;
                yield new Piece(Kind.SYMBOL, String.valueOf(first));
            }
            default -> throw new Declined();
        };
    }

    private Piece comparison(char first) {
        String two = sql.substring(at, Math.min(sql.length(), at + 2));
        if (first == '!' && !two.equals("!=")) {
            throw new Declined();
        }
        boolean both = two.equals("<=") || two.equals(">=") || two.equals("<>") || two.equals("!=");
        at += both ? 2 : 1;
        return new Piece(Kind.SYMBOL, two.equals("!=") ? "<>" : both ? two : String.valueOf(first));
    }

    /** Letters and digits; whatever they touch must not change what they mean. */
    private String run() {
        int from = at;
        boolean number = isDigit(sql.charAt(at));
        while (at < sql.length() && (isDigit(sql.charAt(at)) || (!number && isLetter(sql.charAt(at))))) {
            at++;
        }
        char touched = at < sql.length() ? sql.charAt(at) : ' ';
        boolean odd = touched == '\'' || touched == '"' || touched == '`' || touched == '$' || touched > 126;
        if (odd || (number && (isLetter(touched) || touched == '.'))) {
            throw new Declined();
        }
        return sql.substring(from, at);
    }

    private String quoted(char quote) {
        StringBuilder text = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            boolean twice = c == quote && at + 1 < sql.length() && sql.charAt(at + 1) == quote;
            if (c == quote && !twice) {
                at++;
                return text.toString();
            }
            if (c < ' ' || c > 126 || (twice && quote != '\'')) {
                throw new Declined();
            }
            text.append(c);
            at += twice ? 1 : 0;
        }
        throw new Declined();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
