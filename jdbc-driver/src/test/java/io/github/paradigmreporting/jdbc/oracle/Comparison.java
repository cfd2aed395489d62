package io.github.paradigmreporting.jdbc.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares an answer of the driver with PostgreSQL's: values, labels, and order as far as the statement fixes it. */
final class Comparison {
    /** Figures that are added up in another order differ in their last digits. */
    private static final double RELATIVE = 1e-9;

    /** What is left of two doubles that should be equal, less one another. */
    private static final double ABSOLUTE = 1e-9;

    /** What a moment at midnight has behind its day as a text. */
    private static final String MIDNIGHT = " 00:00:00";

    /** A part of a day or moment that is divided. */
    private static final Pattern EXTRACTED =
            Pattern.compile("(EXTRACT|DATE_PART) *\\([^)]*\\) */", Pattern.CASE_INSENSITIVE);

    /** A part of a text taken by a pattern in which a group is repeated. */
    private static final Pattern REPEATED_GROUP =
            Pattern.compile("SUBSTRING.*FROM.*\\)[*+?{]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A cast to CHAR without a length. */
    private static final Pattern BARE_CHAR = Pattern.compile("AS CHAR(ACTER)? *\\)", Pattern.CASE_INSENSITIVE);

    /** The offset behind a time that a text ends with. */
    private static final Pattern OFFSET = Pattern.compile(":\\d\\d(?:\\.\\d+)?([+-]\\d\\d(?::?\\d\\d)?)'");

    private static final BigDecimal DECIMAL_DIGITS = new BigDecimal("0.000001");

    /** PostgreSQL's own state, and that of the standard for the same. */
    private static final Map<String, String> STANDARD_STATES = Map.of("22P02", "22018");

    private final String sql;
    private final Set<String> rules = new TreeSet<>();

    Comparison(String sql) {
        this.sql = sql;
    }

    /** Rules of {@link Difference} that were needed. */
    Set<String> rules() {
        return rules;
    }

    /** What differs, or null. */
    @Nullable
    String difference(Answer expected, Answer given) {
        if (expected instanceof Answer.Failure failure) {
            if (failure.isRefusal()) {
                return null;
            }
            return given instanceof Answer.Failure other && sameClass(failure.state(), other.state())
                    ? null
                    : "an error " + failure.state() + " is expected";
        }
        if (given instanceof Answer.Failure failure) {
            return "an error " + failure.state();
        }
        return difference((Answer.Table) expected, (Answer.Table) given);
    }

    /** Errors in values are told apart to the last digit, mistakes in statements by their class. */
    private boolean sameClass(String expected, String given) {
        if (expected.startsWith("22")
                && STANDARD_STATES.getOrDefault(expected, expected).equals(given)) {
            if (!expected.equals(given)) {
                rules.add("standard-states");
            }
            return true;
        }
        return !expected.startsWith("22") && expected.substring(0, 2).equals(given.substring(0, 2));
    }

    private @Nullable String difference(Answer.Table expected, Answer.Table given) {
        if (expected.labels().size() != given.labels().size()) {
            return "the number of columns";
        }
        for (int i = 0; i < expected.labels().size(); i++) {
            String label = expected.labels().get(i);
            String other = given.labels().get(i);
            if (!label.equals("?column?") && !label.equals(other)) {
                if (!label.equalsIgnoreCase(other)) {
                    return "the label " + label;
                }
                rules.add("label-case");
            }
        }
        if (expected.rows().size() != given.rows().size()) {
            return "the number of rows";
        }
        List<Integer> keys = SortKeys.of(sql, expected.labels());
        for (int i = 0; i < expected.rows().size(); i++) {
            for (int key : keys) {
                if (!same(expected.rows().get(i).get(key), given.rows().get(i).get(key))) {
                    return "the order";
                }
            }
        }
        return sameRows(expected.rows(), given.rows()) ? null : "values";
    }

    /** The same rows in any order. Sorting brings equal rows together; doubles that nearly tie may need a search. */
    private boolean sameRows(List<List<@Nullable Object>> expected, List<List<@Nullable Object>> given) {
        List<List<@Nullable Object>> left = sorted(expected);
        List<List<@Nullable Object>> right = new ArrayList<>(sorted(given));
        for (int i = 0; i < left.size(); i++) {
            List<@Nullable Object> row = left.get(i);
            int found = -1;
            for (int j = 0; j < right.size() && found < 0; j++) {
                found = same(row, right.get(j)) ? j : -1;
            }
            if (found < 0) {
                return false;
            }
            right.remove(found);
        }
        return true;
    }

    private static List<List<@Nullable Object>> sorted(List<List<@Nullable Object>> rows) {
        return rows.stream().sorted(Comparator.comparing(Comparison::sortKey)).toList();
    }

    private static String sortKey(List<@Nullable Object> row) {
        return row.stream()
                .map(value -> value instanceof Number number
                        ? String.format(java.util.Locale.ROOT, "%.4g", number.doubleValue())
                        : value instanceof LocalDate day ? day.atStartOfDay().toString() : String.valueOf(value))
                .collect(Collectors.joining("|"));
    }

    private boolean same(List<@Nullable Object> expected, List<@Nullable Object> given) {
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.get(i), given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean same(@Nullable Object expected, @Nullable Object given) {
        if ((expected == null || expected instanceof String)
                && (given == null || given instanceof String)
                && !Objects.equals(expected, given)
                && REPEATED_GROUP.matcher(sql).find()) {
            rules.add("repeated-groups");
            return true;
        }
        if (expected == null || given == null) {
            return expected == given;
        }
        if (expected instanceof Number left && given instanceof Number right) {
            return same(left, right);
        }
        if (expected instanceof LocalDateTime moment && given instanceof LocalDate day) {
            rules.add("midnight");
            return moment.equals(day.atStartOfDay());
        }
        if (expected instanceof LocalDateTime local
                && given instanceof LocalDateTime utc
                && !local.equals(utc)
                && isOffset(Duration.between(utc, local))) {
            rules.add("offset-instants");
            return true;
        }
        if (expected instanceof String first
                && given instanceof String whole
                && first.codePointCount(0, first.length()) == 1
                && whole.length() > first.length()
                && whole.startsWith(first)
                && BARE_CHAR.matcher(sql).find()) {
            rules.add("bare-char");
            return true;
        }
        if (expected instanceof String text && given instanceof String && text.equals(given + MIDNIGHT)) {
            rules.add("midnight");
            return sql.contains("INTERVAL");
        }
        return expected.equals(given);
    }

    /** Whether a text of the statement ends with this offset. */
    private boolean isOffset(Duration difference) {
        return OFFSET.matcher(sql).results().anyMatch(offset -> Duration.ofSeconds(
                        ZoneOffset.of(offset.group(1)).getTotalSeconds())
                .equals(difference));
    }

    private boolean same(Number expected, Number given) {
        if (expected instanceof Double || given instanceof Double || expected instanceof Float) {
            double left = expected.doubleValue();
            double right = given.doubleValue();
            return Double.compare(left, right) == 0
                    || Math.abs(left - right) <= ABSOLUTE + RELATIVE * Math.max(Math.abs(left), Math.abs(right));
        }
        BigDecimal left = new BigDecimal(expected.toString());
        BigDecimal right = new BigDecimal(given.toString());
        if (left.compareTo(right) == 0) {
            return true;
        }
        boolean whole = given instanceof Long && EXTRACTED.matcher(sql).find();
        if (whole && left.setScale(0, RoundingMode.DOWN).compareTo(right) == 0) {
            rules.add("whole-parts");
            return true;
        }
        boolean digits = expected instanceof BigDecimal
                && given instanceof BigDecimal
                && sql.contains("/")
                && left.subtract(right)
                                .abs()
                                .compareTo(DECIMAL_DIGITS.max(left.abs().multiply(DECIMAL_DIGITS)))
                        <= 0;
        if (digits) {
            rules.add("decimal-digits");
        }
        return digits;
    }

    /** A text of what was needed, for reports. */
    @Override
    public String toString() {
        return String.join(", ", rules).toLowerCase(Locale.ROOT);
    }
}
