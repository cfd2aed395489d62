package io.github.paradigmreporting.jdbc.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its literals as parameters.
 *
 * @param sql the statement with question marks
 * @param values their values
 */
record Literals(String sql, List<Object> values) {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
            .toFormatter(Locale.ROOT);

    private static final Set<String> NOT_BEFORE =
            Set.of("INTERVAL", "ESCAPE", "FETCH", "FIRST", "NEXT", "BY", "TIME", "ZONE", "COLLATE");
    private static final Set<String> NOT_AFTER = Set.of("PRECEDING", "FOLLOWING", "ROWS", "ROW", "DAY", "MONTH");
    private static final Set<String> WITH_LENGTH =
            Set.of("VARCHAR", "CHAR", "DECIMAL", "NUMERIC", "TIMESTAMP", "FLOAT", "TIME");
    private static final Set<String> UNITS =
            Set.of("DATE_TRUNC", "DATE_PART", "TO_CHAR", "TO_DATE", "TO_TIMESTAMP", "EXTRACT");

    /** Literals become parameters of their natural type, and sometimes of another that means the same. */
    static Literals of(String sql, Random random) {
        List<String> tokens = SqlTokens.of(sql);
        List<String> text = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        int list = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String upper = token.toUpperCase(Locale.ROOT);
            String before = i == 0 ? "" : tokens.get(i - 1).toUpperCase(Locale.ROOT);
            String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1).toUpperCase(Locale.ROOT);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (upper.equals("BY")) {
                list = depth + 1;
            } else if (Set.of("LIMIT", "HAVING", "OFFSET", "ROWS", "RANGE", "GROUPS", "SELECT")
                            .contains(upper)
                    || depth + 1 < list) {
                list = 0;
            }
            boolean typed =
                    Set.of("DATE", "TIMESTAMP").contains(upper) && SqlTokens.isText(after.isEmpty() ? " " : after);
            Object value = null;
            if (typed) {
                value = moment(unquoted(tokens.get(i + 1)), random);
            } else if (isFree(tokens, i, before, after, list > 0 && depth + 1 == list)) {
                value = SqlTokens.isText(token) ? unquoted(token) : number(token, random);
            }
            if (value == null) {
                text.add(token);
                if (typed) {
                    text.add(tokens.get(++i));
                }
            } else {
                text.add("?");
                values.add(value);
                i += typed ? 1 : 0;
            }
        }
        return new Literals(SqlTokens.join(text), values);
    }

    /** The values as texts, which have the type that their place has. */
    List<String> untyped() {
        return values.stream()
                .map(value -> value instanceof LocalDateTime moment
                        ? moment.format(MOMENT)
                        : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString())
                .toList();
    }

    /** The values, whole numbers as decimals. */
    List<Object> decimals() {
        return values.stream()
                .map(value -> value instanceof Integer || value instanceof Long
                        ? (Object) new BigDecimal(value.toString())
                        : value)
                .toList();
    }

    /** A statement in which numbers with an exponent are doubles for PostgreSQL, too. */
    static String withoutExponents(String sql) {
        List<String> tokens = SqlTokens.of(sql);
        if (tokens.stream().noneMatch(Literals::hasExponent)) {
            return sql;
        }
        return SqlTokens.join(tokens.stream()
                .map(token -> hasExponent(token) ? "CAST(" + token + " AS DOUBLE PRECISION)" : token)
                .toList());
    }

    private static boolean hasExponent(String token) {
        return SqlTokens.isNumber(token) && (token.contains("e") || token.contains("E"));
    }

    private static boolean isFree(List<String> tokens, int i, String before, String after, boolean inList) {
        String token = tokens.get(i);
        if (!SqlTokens.isNumber(token) && !SqlTokens.isText(token)) {
            return false;
        }
        boolean ordinal = inList && (before.equals("BY") || before.equals(","));
        boolean length = (before.equals("(")
                        && i > 1
                        && WITH_LENGTH.contains(tokens.get(i - 2).toUpperCase(Locale.ROOT)))
                || (before.equals(",")
                        && i > 3
                        && tokens.get(i - 3).equals("(")
                        && WITH_LENGTH.contains(tokens.get(i - 4).toUpperCase(Locale.ROOT)));
        boolean unit = SqlTokens.isText(token)
                && i > 1
                && (before.equals("(") && UNITS.contains(tokens.get(i - 2).toUpperCase(Locale.ROOT)));
        // The elements of an array are counted when a statement is planned.
        boolean array = token.startsWith("'{") && after.equals("::");
        return !ordinal && !length && !unit && !array && !NOT_BEFORE.contains(before) && !NOT_AFTER.contains(after);
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1).replace("''", "'");
    }

    private static @Nullable Object moment(String text, Random random) {
        try {
            Object moment = text.length() > 10 ? LocalDateTime.parse(text.replace(' ', 'T')) : LocalDate.parse(text);
            return random.nextInt(5) == 0 ? text : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Object number(String token, Random random) {
        if (hasExponent(token)) {
            return Double.valueOf(token);
        }
        BigDecimal decimal = new BigDecimal(token);
        if (token.contains(".")) {
            return random.nextInt(4) == 0 ? token : decimal;
        }
        if (new BigInteger(token).bitLength() > 62) {
            return decimal;
        }
        long number = Long.parseLong(token);
        boolean small = number == (int) number;
        return switch (random.nextInt(8)) {
            case 0 -> token;
            case 1 -> decimal;
            case 2, 3 -> number;
            default -> small ? (Object) (int) number : (Object) number;
        };
    }
}
