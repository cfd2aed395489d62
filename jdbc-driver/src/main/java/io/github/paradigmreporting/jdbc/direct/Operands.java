package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values that columns are compared with, in the class that the column's values are of. */
final class Operands {
    /** Whole numbers up to here are the same as doubles. */
    private static final long EXACT = 1L << 53;

    private final Words words;
    private final List<ResultColumn> parameters = new ArrayList<>();

    Operands(Words words) {
        this.words = words;
    }

    List<ResultColumn> parameters() {
        return parameters;
    }

    /** A value for a column of a type. */
    Operand of(ColumnType type) {
        if (words.take("?")) {
            if (type == ColumnType.TIMESTAMP) {
                throw new Declined();
            }
            parameters.add(Described.parameter(parameters.size(), type));
            return new Operand.Parameter(parameters.size() - 1);
        }
        return switch (type) {
            case BIGINT -> new Operand.Constant(number());
            case DOUBLE -> {
                long number = number();
                if (number > EXACT || number < -EXACT) {
                    throw new Declined();
                }
                yield new Operand.Constant((double) number);
            }
            case TEXT -> new Operand.Constant(plainText());
            case DATE -> day();
            case TIMESTAMP -> throw new Declined();
        };
    }

    long number() {
        boolean negative = words.take("-");
        long number = words.number();
        return negative ? -number : number;
    }

    /** A text that no rule of padding changes. */
    String plainText() {
        String text = words.take(Words.Kind.TEXT);
        if (text.isEmpty() || text.endsWith(" ")) {
            throw new Declined();
        }
        return text;
    }

    /** Whether a day follows that is said without quotes. */
    boolean isToday() {
        return words.is("CURRENT_DATE");
    }

    private Operand day() {
        if (isToday()) {
            return today();
        }
        if (words.is("{")) {
            words.expect("{");
            words.expect("d");
            Operand day = literal();
            words.expect("}");
            return day;
        }
        words.take("DATE");
        return literal();
    }

    private Operand literal() {
        return new Operand.Constant((int) day(words.take(Words.Kind.TEXT)).toEpochDay());
    }

    Operand today() {
        words.expect("CURRENT_DATE");
        if (!words.is("+") && !words.is("-")) {
            return new Operand.Today(0, 0);
        }
        int sign = words.take("-") ? -1 : 1;
        words.take("+");
        Operand.Today at;
        if (words.take("INTERVAL")) {
            long amount = amount();
            at = words.take("DAY")
                    ? new Operand.Today(0, sign * amount)
                    : words.take("MONTH") ? new Operand.Today(sign * amount, 0) : null;
        } else {
            at = new Operand.Today(0, sign * count(words.number()));
        }
        if (at == null || words.is("+") || words.is("-") || words.is("TO") || words.is("(")) {
            throw new Declined();
        }
        return at;
    }

    private long amount() {
        String text = words.take(Words.Kind.TEXT);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new Declined();
            }
        }
        return count(text.isEmpty() || text.length() > 5 ? Long.MAX_VALUE : Long.parseLong(text));
    }

    private static long count(long number) {
        if (number > 99_999) {
            throw new Declined();
        }
        return number;
    }

    private static LocalDate day(String text) {
        boolean form = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        int year = form ? digits(text, 0, 4) : -1;
        int month = form ? digits(text, 5, 7) : -1;
        int day = form ? digits(text, 8, 10) : -1;
        if (year < 1583 || month < 0 || day < 0) {
            throw new Declined();
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Declined();
        }
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    /** The value of two constants when both are such, as in {@code 1 = 0}; null when they are not. */
    @Nullable
    Long constant() {
        boolean number = words.kind() == Words.Kind.NUMBER || (words.is("-") && words.kind(1) == Words.Kind.NUMBER);
        return number ? number() : null;
    }
}
