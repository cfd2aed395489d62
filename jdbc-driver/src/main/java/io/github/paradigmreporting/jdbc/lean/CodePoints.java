package io.github.paradigmreporting.jdbc.lean;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/** Lengths, parts and letters of texts by code point, as PostgreSQL counts them in UTF-8: '😀' is one, and is never halved. */
final class CodePoints {
    /** Longest text that a function makes, lest one value take all memory. */
    static final int LONGEST = 10_000_000;

    /** Between two looks for the wish to stop. */
    private static final int OFTEN = 16_384;

    private CodePoints() {}

    /** Fails for a text that would be too long, before it is made. */
    static void checkLength(long length) {
        if (length > LONGEST) {
            throw new ValueException(
                    ValueException.Kind.TOO_LONG,
                    "a text of " + length + " characters would be made; the longest has " + LONGEST);
        }
    }

    static String repeated(String text, long times) {
        if (times <= 0 || text.isEmpty()) {
            return "";
        }
        checkLength(Math.multiplyExact(text.length(), times));
        return text.repeat((int) times);
    }

    static String together(String left, String right) {
        checkLength((long) left.length() + right.length());
        return left + right;
    }

    /** Each occurrence of a part, from left to right, replaced. */
    static String replaced(String text, String part, String with, Run run) {
        if (part.isEmpty() || text.isEmpty()) {
            return text;
        }
        Search search = Search.of(part);
        StringBuilder out = new StringBuilder();
        int from = 0;
        int found = 0;
        for (int at = search.in(text, 0); at >= 0; at = search.in(text, from)) {
            out.append(text, from, at).append(with);
            checkLength(out.length());
            from = at + part.length();
            look(++found, run);
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }

    static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** From a position, counted from 1 also below it, to before another. */
    static String between(String text, long from, long to) {
        long first = Math.max(1, from);
        if (to <= first || first > text.length()) {
            return "";
        }
        if (count(text) == text.length()) {
            return text.substring((int) first - 1, (int) Math.min(to - 1, text.length()));
        }
        int start = index(text, 0, first - 1);
        return text.substring(start, index(text, start, to - first));
    }

    private static int index(String text, int from, long points) {
        int at = from;
        for (long left = points; left > 0 && at < text.length(); left--) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Looks for the wish to stop, once in many steps. */
    static void look(int steps, Run run) {
        if (steps % OFTEN == 0) {
            run.check();
        }
    }

    /** Each letter in turn. */
    static void each(String text, Run run, IntConsumer letter) {
        int steps = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            letter.accept(point);
            at += Character.charCount(point);
            look(++steps, run);
        }
    }

    /** Each letter changed by itself, the same in every locale. */
    static String mapped(String text, Run run, IntUnaryOperator letter) {
        StringBuilder out = new StringBuilder(text.length());
        each(text, run, point -> out.appendCodePoint(letter.applyAsInt(point)));
        return out.toString();
    }

    static String upper(String text, Run run) {
        return mapped(text, run, Character::toUpperCase);
    }

    static String lower(String text, Run run) {
        return mapped(text, run, Character::toLowerCase);
    }

    /** The first letter of each word in capitals; a word is what has letters and digits alone. */
    static String capitalised(String text, Run run) {
        boolean[] inWord = new boolean[1];
        return mapped(text, run, point -> {
            int letter = inWord[0] ? Character.toLowerCase(point) : Character.toUpperCase(point);
            inWord[0] = Character.isLetterOrDigit(point);
            return letter;
        });
    }
}
