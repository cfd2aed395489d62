package io.github.paradigmreporting.jdbc.lean;

import java.util.List;

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
        if (left instanceof List<?> array) {
            return compare(array, (List<?>) right);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** Arrays by their first elements that differ, of which NULL is the highest; else the longer one is higher. */
    private static int compare(List<?> left, List<?> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            Object a = left.get(i);
            Object b = right.get(i);
            int order = a == null || b == null ? Boolean.compare(a == null, b == null) : compare(a, b);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
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
