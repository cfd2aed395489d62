package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.Nullable;

/** A pattern of LIKE: {@code %} is any text, {@code _} any one character, a line break too; what is escaped is itself. */
final class LikePattern {
    /** Between two looks for the wish to stop. */
    private static final int OFTEN = 1024;

    private static final int ANY_TEXT = -1;
    private static final int ANY_ONE = -2;

    /** Stands for an escape character with nothing behind it. */
    private static final int BROKEN = -3;

    private final String pattern;
    private final int[] points;

    private LikePattern(String pattern, int[] points) {
        this.pattern = pattern;
        this.points = points;
    }

    /**
     * A pattern.
     *
     * @param escape the one character that takes the meaning from the next; none when empty
     * @param caseless whether letters count the same in capitals
     */
    static LikePattern of(String pattern, String escape, boolean caseless) {
        if (CodePoints.count(escape) > 1) {
            throw new ValueException(
                    ValueException.Kind.BAD_PATTERN, "'" + escape + "' is no escape character; write one character");
        }
        int escaping = escape.isEmpty() ? ANY_TEXT : escape.codePointAt(0);
        int[] all = pattern.codePoints().toArray();
        int[] points = new int[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            int point = all[i];
            if (point == escaping) {
                i++;
                points[size++] = i < all.length ? letter(all[i], caseless) : BROKEN;
            } else {
                points[size++] = point == '%' ? ANY_TEXT : point == '_' ? ANY_ONE : letter(point, caseless);
            }
        }
        return new LikePattern(pattern, java.util.Arrays.copyOf(points, size));
    }

    private static int letter(int point, boolean caseless) {
        return caseless ? Character.toLowerCase(point) : point;
    }

    boolean matches(String text, boolean caseless, Run run) {
        int steps = 0;
        int at = 0;
        int next = 0;
        int retryAt = -1;
        int retryNext = -1;
        while (at < text.length()) {
            if (++steps % OFTEN == 0) {
                run.check();
            }
            int point = text.codePointAt(at);
            int wanted = next < points.length ? points[next] : ANY_ONE;
            if (wanted == BROKEN) {
                throw new ValueException(
                        ValueException.Kind.BAD_PATTERN,
                        "the pattern '" + pattern + "' ends with its escape character; write it twice, or ESCAPE ''");
            }
            if (wanted == ANY_TEXT) {
                retryAt = at;
                retryNext = ++next;
            } else if (next < points.length && (wanted == ANY_ONE || wanted == letter(point, caseless))) {
                at += Character.charCount(point);
                next++;
            } else if (retryNext >= 0) {
                retryAt += Character.charCount(text.codePointAt(retryAt));
                at = retryAt;
                next = retryNext;
            } else {
                return false;
            }
        }
        while (next < points.length && points[next] == ANY_TEXT) {
            next++;
        }
        return next == points.length;
    }

    /** A LIKE of three operands; patterns that do not change are read once. */
    static Expression test(
            Expression text,
            Expression pattern,
            Expression escape,
            @Nullable String fixed,
            @Nullable String fixedEscape,
            boolean caseless) {
        if (fixed != null && fixedEscape != null) {
            LikePattern known = of(fixed, fixedEscape, caseless);
            return (row, run) -> {
                Object value = text.of(row, run);
                return value == null ? null : known.matches((String) value, caseless, run);
            };
        }
        return (row, run) -> {
            Object a = text.of(row, run);
            Object b = pattern.of(row, run);
            Object c = escape.of(row, run);
            return (a == null || b == null || c == null)
                    ? null
                    : of((String) b, (String) c, caseless).matches((String) a, caseless, run);
        };
    }
}
