package io.github.paradigmreporting.jdbc.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens of a statement, and what is written instead of, before and after each of them. For one thread. */
final class TokenEdits {
    private final List<SqlToken> tokens;
    private final String[] instead;
    private final String[] before;
    private final String[] after;

    TokenEdits(List<SqlToken> tokens) {
        this.tokens = List.copyOf(tokens);
        this.instead = tokens.stream().map(TokenEdits::plain).toArray(String[]::new);
        this.before = new String[tokens.size()];
        this.after = new String[tokens.size()];
        Arrays.fill(before, "");
        Arrays.fill(after, "");
    }

    /** As the parser knows it: without comments, which it reads otherwise or takes for hints, and in plain quotes. */
    private static String plain(SqlToken token) {
        return switch (token.kind()) {
            case BLANK -> token.isComment() || token.text().indexOf('\n') < 0 ? " " : "\n";
            case BACKTICKED -> token.asDoubleQuoted();
            case STRING -> Texts.plain(token.text());
            default -> token.text();
        };
    }

    int size() {
        return tokens.size();
    }

    /** The token as the user wrote it; no token outside of the statement. */
    SqlToken at(int index) {
        return index < 0 || index >= tokens.size() ? SqlToken.NONE : tokens.get(index);
    }

    /** The next token that is neither blank nor comment, or the size. */
    int next(int index) {
        int next = index + 1;
        while (next < tokens.size() && tokens.get(next).isBlank()) {
            next++;
        }
        return Math.min(next, tokens.size());
    }

    /** The token before that is neither blank nor comment, or -1. */
    int previous(int index) {
        int previous = index - 1;
        while (previous >= 0 && tokens.get(previous).isBlank()) {
            previous--;
        }
        return previous;
    }

    void replace(int index, String text) {
        instead[index] = text;
    }

    /** Leaves out tokens from one to another. */
    void clear(int from, int to) {
        for (int i = from; i <= Math.min(to, size() - 1); i++) {
            instead[i] = "";
        }
    }

    /** What is written instead of tokens from one to another. */
    String written(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i <= Math.min(to, size() - 1); i++) {
            out.append(instead[i]);
        }
        return out.toString().strip();
    }

    /** Writes before a token, and before whatever is written there already. */
    void before(int index, String text) {
        before[index] = text + before[index];
    }

    /** Writes after a token, and after whatever is written there already. */
    void after(int index, String text) {
        after[index] = after[index] + text;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            out.append(before[i]).append(instead[i]).append(after[i]);
        }
        return out.toString();
    }

    /** The token that a character of {@link #text()} comes from, or the size at the end. */
    int tokenAt(int offset) {
        int out = 0;
        for (int i = 0; i < tokens.size(); i++) {
            out += before[i].length() + instead[i].length() + after[i].length();
            if (offset < out) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Where a character of {@link #text()} stands in the original; for what was put in, the token it belongs to. */
    int original(int offset) {
        int token = tokenAt(offset);
        int out = 0;
        int in = 0;
        for (int i = 0; i < token; i++) {
            out += before[i].length() + instead[i].length() + after[i].length();
            in += tokens.get(i).text().length();
        }
        if (token == tokens.size()) {
            return in;
        }
        int inside = offset - out - before[token].length();
        return in + Math.max(0, Math.min(inside, tokens.get(token).text().length() - 1));
    }

    /** Numbers of the tokens that are neither blank nor comment. */
    List<Integer> meaningful() {
        List<Integer> all = new ArrayList<>();
        for (int i = next(-1); i < size(); i = next(i)) {
            all.add(i);
        }
        return all;
    }
}
