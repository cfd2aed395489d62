package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.dialect.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a statement, taken one after the other. Declines all but the plain forms that every SQL has. For one thread. */
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

    private final List<Piece> pieces = new ArrayList<>();
    private int next;

    Words(String sql) {
        List<SqlToken> tokens = SqlToken.split(sql);
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isBlank()) {
                pieces.add(piece(tokens.get(i), tokens.get(Math.min(i + 1, tokens.size() - 1))));
            }
        }
        int last = pieces.size() - 1;
        while (last >= 0
                && pieces.get(last).kind == Kind.SYMBOL
                && pieces.get(last).text.equals(";")) {
            pieces.remove(last--);
        }
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

    private static Piece piece(SqlToken token, SqlToken after) {
        String text = token.text();
        return switch (token.kind()) {
            case WORD -> new Piece(Kind.WORD, plain(text));
            case NUMBER -> {
                // What a number touches may change what it means.
                if (!isWhole(text) || after.kind() == SqlToken.Kind.WORD) {
                    throw new Declined();
                }
                yield new Piece(Kind.NUMBER, text);
            }
            case STRING -> new Piece(Kind.TEXT, unquoted(text, '\'', true));
            case QUOTED -> new Piece(Kind.NAME, unquoted(text, '"', false));
            case BACKTICKED -> new Piece(Kind.NAME, unquoted(text, '`', false));
            case SYMBOL -> new Piece(Kind.SYMBOL, symbol(text));
            case BLANK -> throw new IllegalStateException("blanks are left out");
        };
    }

    private static String symbol(String text) {
        return switch (text) {
            case "!=", "<>" -> "<>";
            case "<=", ">=", "<", ">", "(", ")", ",", ".", "*", ";", "=", "+", "-", "?", "{", "}" -> text;
            default -> throw new Declined();
        };
    }

    private static boolean isWhole(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The text of plain characters that is within quotes; a quote within may stand there twice. */
    private static String unquoted(String text, char quote, boolean twice) {
        int last = text.length() - 1;
        if (text.charAt(0) != quote || last == 0 || text.charAt(last) != quote) {
            throw new Declined();
        }
        String inner = plain(text.substring(1, last));
        if (inner.indexOf(quote) < 0) {
            return inner;
        }
        String single = String.valueOf(quote);
        String once = inner.replace(single + single, single);
        // A quote that closes nothing: the statement ended within the text.
        boolean whole = (inner.length() - inner.replace(single, "").length()) % 2 == 0;
        if (!twice || !whole) {
            throw new Declined();
        }
        return once;
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > 126 || c == '$') {
                throw new Declined();
            }
        }
        return text;
    }
}
