package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;

/**
 * How long texts and numbers may be that are read or computed at one go: reading a number takes time by the square of its digits, and
 * nothing ends it.
 */
final class Bounds {
    /** About as many digits as a NUMERIC of PostgreSQL has, before and behind the point. */
    private static final int DIGITS = 150_000;

    private static final int BITS = DIGITS / 3 * 10;

    /** Longest text that is read as a date, an interval or a format. */
    private static final int TEXT = 1_000;

    private Bounds() {}

    /** Fails for a text that is too long to be read as a number. */
    static String number(String text) {
        if (text.length() > DIGITS) {
            throw new ArithmeticException("of " + text.length() + " characters");
        }
        return text;
    }

    /** Fails for a number with too many digits, or with too many noughts if it were written out. */
    static BigDecimal number(BigDecimal value) {
        if (Math.abs((long) value.scale()) > DIGITS || value.unscaledValue().bitLength() > BITS) {
            throw new ArithmeticException("it has more than " + DIGITS + " digits");
        }
        return value;
    }

    /** Fails for a text that is too long to be read as something else. */
    static String text(String text, ValueException.Kind kind, String what) {
        if (text.length() > TEXT) {
            throw new ValueException(kind, "a text of " + text.length() + " characters is no " + what);
        }
        return text;
    }
}
