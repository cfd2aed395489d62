package io.github.paradigmreporting.jdbc.lean;

/** The order of the values of a column: texts by code point, as PostgreSQL's C collation sorts, and -0.0 equal to 0.0. */
public final class ValueOrder {
    private ValueOrder() {}

    /**
     * Compares two values of one class.
     *
     * @param left a value
     * @param right another
     * @return below 0, 0 or above 0 as in {@link Comparable}
     */
    @SuppressWarnings("unchecked") // values of a column are of one class, which can be compared
    public static int compare(Object left, Object right) {
        if (left instanceof String text) {
            return compare(text, (String) right);
        }
        if (left instanceof Double number) {
            return Double.compare(number + 0.0, (Double) right + 0.0);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    /**
     * Compares two texts. {@link String#compareTo} sorts by UTF-16 unit, which puts U+10000 and above before U+E000.
     *
     * @param left a text
     * @param right another
     * @return below 0, 0 or above 0
     */
    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean aHigh = Character.isSurrogate(a);
                return aHigh == Character.isSurrogate(b) ? a - b : aHigh ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
