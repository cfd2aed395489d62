package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Arithmetic of two numbers of one class, as PostgreSQL computes: what does not fit is an error and never wraps around. */
final class Numbers {
    /** Decimal digits that a quotient has at least, and places it has at most. */
    private static final int LEAST_DIGITS = 16;

    private static final int MOST_PLACES = 1000;

    /** Digits of the type of decimals of any length. */
    static final int UNBOUNDED_DIGITS = 1000;

    /** From this scale on, a type of decimals does not say how many places its values have. */
    static final int UNBOUNDED_SCALE = 500;

    /** PostgreSQL counts the digits of a quotient in groups of four. */
    private static final int GROUP = 4;

    private Numbers() {}

    static int divided(int a, int b) {
        checkDivisor(b);
        if (a == Integer.MIN_VALUE && b == -1) {
            throw new ArithmeticException("integer overflow");
        }
        return a / b;
    }

    static long divided(long a, long b) {
        checkDivisor(b);
        if (a == Long.MIN_VALUE && b == -1) {
            throw new ArithmeticException("long overflow");
        }
        return a / b;
    }

    static int remainder(int a, int b) {
        checkDivisor(b);
        return b == -1 ? 0 : a % b;
    }

    static long remainder(long a, long b) {
        checkDivisor(b);
        return b == -1 ? 0 : a % b;
    }

    /** In compiled code the JVM throws an exception without a message, which looks like that of an overflow. */
    private static void checkDivisor(long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
    }

    static BigDecimal divided(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return a.divide(b, places(a, b), RoundingMode.HALF_UP);
    }

    /** At least 16 significant digits, and no fewer places than either operand. */
    private static int places(BigDecimal a, BigDecimal b) {
        int groups = group(a) - group(b) - (leading(a) <= leading(b) ? 1 : 0);
        int places = LEAST_DIGITS - groups * GROUP;
        return Math.min(Math.max(places, Math.max(Math.max(a.scale(), b.scale()), 0)), MOST_PLACES);
    }

    /** The number of the group of four digits that a number begins with; 0 is the one before the point. */
    private static int group(BigDecimal number) {
        return number.signum() == 0 ? 0 : Math.floorDiv(exponent(number), GROUP);
    }

    /** The value of that group. */
    private static int leading(BigDecimal number) {
        return number.signum() == 0
                ? 0
                : number.abs()
                        .movePointLeft(group(number) * GROUP)
                        .setScale(0, RoundingMode.DOWN)
                        .intValueExact();
    }

    /** The power of ten of a number's first digit. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    static double divided(double a, double b) {
        if (b == 0) {
            throw new ArithmeticException("division by zero");
        }
        return finite(a / b, a == 0 || Double.isInfinite(b));
    }

    static double multiplied(double a, double b) {
        return finite(a * b, a == 0 || b == 0);
    }

    /** A sum, a difference, or what a function gives: an error when it is too large for a double. */
    static double finite(double value) {
        return finite(value, true);
    }

    private static double finite(double value, boolean mayBeZero) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException("a DOUBLE overflows");
        }
        if (value == 0 && !mayBeZero) {
            throw new ArithmeticException("a DOUBLE underflows");
        }
        return value;
    }

    /** Rounded to the nearest whole number, halves to the even one. */
    static long whole(double value, long min, long max) {
        double rounded = Math.rint(value);
        // The nearest double to Long.MAX_VALUE is one more than it.
        if (!(rounded >= min && rounded <= max) || (rounded == 0x1p63)) {
            throw outOfRange(value, min, max);
        }
        return (long) rounded;
    }

    /** Rounded to the nearest whole number, halves away from zero. */
    static long whole(BigDecimal value, long min, long max) {
        BigDecimal rounded = value.setScale(0, RoundingMode.HALF_UP);
        if (rounded.compareTo(BigDecimal.valueOf(min)) < 0 || rounded.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw outOfRange(value.toPlainString(), min, max);
        }
        return rounded.longValueExact();
    }

    static long whole(long value, long min, long max) {
        if (value < min || value > max) {
            throw outOfRange(value, min, max);
        }
        return value;
    }

    private static ArithmeticException outOfRange(Object value, long min, long max) {
        return new ArithmeticException(value + " lies outside " + min + " to " + max);
    }

    /** A decimal of at most so many digits, so many of them behind the point; halves are rounded away from zero. */
    static BigDecimal decimal(BigDecimal value, int precision, int scale) {
        BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.precision() > precision && rounded.signum() != 0) {
            throw new ArithmeticException(
                    value.toPlainString() + " has more digits than DECIMAL(" + precision + ", " + scale + ") takes");
        }
        return rounded;
    }

    /**
     * Whether a type takes decimals of any length as they are: PostgreSQL's NUMERIC without a scale, and what a division
     * gives.
     */
    static boolean isUnbounded(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.DECIMAL && type.getScale() >= UNBOUNDED_SCALE;
    }

    /** The value of a literal, which has as many places as its type. */
    static @Nullable BigDecimal literal(@Nullable BigDecimal value, RelDataType type) {
        if (value == null || !isUnbounded(type)) {
            return value;
        }
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** As PostgreSQL writes a DOUBLE: the fewest digits that tell it from all others. */
    static String text(double value) {
        return value == 0 ? 1 / value < 0 ? "-0" : "0" : text(shortest(value));
    }

    /** Double.toString writes a digit too many for some, before Java 19. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = decimal(value);
        BigDecimal all = new BigDecimal(value);
        for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15; digits < exact.precision(); digits++) {
            BigDecimal rounded = all.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact;
    }

    static String text(BigDecimal value) {
        BigDecimal digits = value.stripTrailingZeros();
        int exponent = exponent(digits);
        if (digits.signum() == 0 || (exponent >= -4 && exponent < 15)) {
            return digits.toPlainString();
        }
        String plain = digits.unscaledValue().abs().toString();
        return (digits.signum() < 0 ? "-" : "")
                + plain.charAt(0)
                + (plain.length() == 1 ? "" : "." + plain.substring(1))
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    static BigDecimal decimal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException(value + " is not a decimal number");
        }
        return new BigDecimal(Double.toString(value));
    }
}
