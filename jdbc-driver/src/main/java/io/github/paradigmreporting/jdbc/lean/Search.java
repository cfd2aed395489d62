package io.github.paradigmreporting.jdbc.lean;

/**
 * A search for a part of texts, in time that grows with the length of a text and not with both lengths multiplied (Knuth, Morris
 * and Pratt). Immutable.
 */
final class Search {
    /** Up to this length the JDK's own search is faster, whatever the text. */
    private static final int SHORT = 4;

    private final String part;
    private final int[] borders;

    private Search(String part) {
        this.part = part;
        this.borders = part.length() <= SHORT ? new int[0] : borders(part);
    }

    static Search of(String part) {
        return new Search(part);
    }

    /** For each length of a beginning: the longest shorter beginning that it ends in. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length() + 1];
        borders[0] = -1;
        int border = -1;
        for (int i = 0; i < part.length(); i++) {
            while (border >= 0 && part.charAt(border) != part.charAt(i)) {
                border = borders[border];
            }
            borders[i + 1] = ++border;
        }
        return borders;
    }

    /** Where the part stands first from a place on; -1 where it does not. */
    int in(String text, int from) {
        if (part.length() <= SHORT) {
            return text.indexOf(part, from);
        }
        int matched = 0;
        for (int at = from; at < text.length(); at++) {
            while (matched >= 0 && part.charAt(matched) != text.charAt(at)) {
                matched = borders[matched];
            }
            if (++matched == part.length()) {
                return at + 1 - matched;
            }
        }
        return -1;
    }
}
