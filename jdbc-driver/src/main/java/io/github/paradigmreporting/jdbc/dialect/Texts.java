package io.github.paradigmreporting.jdbc.dialect;

/** Texts of other databases as the parser knows them: in single quotes, in one character set, without escapes. */
final class Texts {
    private static final String PLAIN_ESCAPES = "bfnrt";
    private static final String MEANT = "\b\f\n\r\t";

    private Texts() {}

    /** A text with its quotes, as it is written; one that does not end stays as it is. */
    static String plain(String text) {
        char first = Character.toUpperCase(text.charAt(0));
        if (first == '$') {
            int tag = text.indexOf('$', 1) + 1;
            return text.length() < 2 * tag || !text.endsWith(text.substring(0, tag))
                    ? text
                    : quoted(text.substring(tag, text.length() - tag));
        }
        if (first == 'N') {
            return text.substring(1);
        }
        int from = first == 'E' ? 2 : first == 'U' ? 3 : 0;
        if (from == 0 || text.length() <= from || !text.endsWith("'")) {
            return text;
        }
        String inner = text.substring(from, text.length() - 1).replace("''", "'");
        String meant = first == 'E' ? escaped(inner) : unicode(inner);
        return meant == null ? text : quoted(meant);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                out.append(c);
                continue;
            }
            char what = text.charAt(i++);
            int known = PLAIN_ESCAPES.indexOf(what);
            int base = what == 'x' || what == 'u' || what == 'U' ? 16 : 8;
            int from = base == 16 ? i : i - 1;
            int most = what == 'x' ? 2 : what == 'u' ? 4 : what == 'U' ? 8 : 3;
            int end = digits(text, from, most, base);
            if (known >= 0) {
                out.append(MEANT.charAt(known));
            } else if (end > from) {
                out.appendCodePoint(codePoint(text, from, end, base));
                i = end;
            } else {
                out.append(what);
            }
        }
        return out.toString();
    }

    /** {@code \xxxx} and {@code \+xxxxxx}; null when a backslash stands before something else. */
    private static @org.jspecify.annotations.Nullable String unicode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (text.startsWith("\\", i)) {
                out.append('\\');
                i++;
                continue;
            }
            int most = text.startsWith("+", i) ? 6 : 4;
            int from = most == 6 ? i + 1 : i;
            int end = digits(text, from, most, 16);
            if (end - from != most) {
                return null;
            }
            out.appendCodePoint(codePoint(text, from, end, 16));
            i = end;
        }
        return out.toString();
    }

    private static int digits(String text, int from, int most, int base) {
        int end = from;
        while (end < text.length() && end - from < most && Character.digit(text.charAt(end), base) >= 0) {
            end++;
        }
        return end;
    }

    private static int codePoint(String text, int from, int end, int base) {
        int code = (int) Long.parseLong(text.substring(from, end), base);
        return Character.isValidCodePoint(code) ? code : 0xfffd;
    }
}
