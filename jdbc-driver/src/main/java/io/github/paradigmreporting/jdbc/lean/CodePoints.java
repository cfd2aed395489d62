package io.github.paradigmreporting.jdbc.lean;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/** Lengths, parts and letters of texts by code point, as PostgreSQL counts them in UTF-8: '😀' is one, and is never halved. */
final class CodePoints {
    private CodePoints() {}

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
        int start = index(text, 0, first - 1);
        return text.substring(start, index(text, start, to - first));
    }

    private static int index(String text, int from, long points) {
        if (points >= text.length() - from) {
            return text.codePointCount(from, text.length()) <= points
                    ? text.length()
                    : text.offsetByCodePoints(from, (int) points);
        }
        return text.offsetByCodePoints(from, (int) points);
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Each letter changed by itself, the same in every locale. */
    static String mapped(String text, IntUnaryOperator letter) {
        return text.codePoints()
                .map(letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String upper(String text) {
        return mapped(text, Character::toUpperCase);
    }

    static String lower(String text) {
        return mapped(text, Character::toLowerCase);
    }

    /** The first letter of each word in capitals; a word is what has letters and digits alone. */
    static String capitalised(String text) {
        boolean[] inWord = new boolean[1];
        return mapped(text, point -> {
            int letter = inWord[0] ? Character.toLowerCase(point) : Character.toUpperCase(point);
            inWord[0] = Character.isLetterOrDigit(point);
            return letter;
        });
    }
}
