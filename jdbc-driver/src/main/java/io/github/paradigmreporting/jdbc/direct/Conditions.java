package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.direct.Condition.All;
import io.github.paradigmreporting.jdbc.direct.Condition.Among;
import io.github.paradigmreporting.jdbc.direct.Condition.Any;
import io.github.paradigmreporting.jdbc.direct.Condition.Compared;
import io.github.paradigmreporting.jdbc.direct.Condition.Comparison;
import io.github.paradigmreporting.jdbc.direct.Condition.Holds;
import io.github.paradigmreporting.jdbc.direct.Condition.Missing;
import io.github.paradigmreporting.jdbc.direct.Condition.Never;
import io.github.paradigmreporting.jdbc.direct.Condition.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Reads conditions: comparisons of columns with values, put together with AND and OR. */
final class Conditions {
    /** Of an expression in parentheses more are hard on the stack. */
    private static final int DEEPEST = 20;

    private final Words words;
    private final Operands operands;
    private final IntSupplier columns;
    private final Source source;
    private int depth;

    /** A reader; columns takes a column's name from the words and gives its number. */
    Conditions(Words words, Operands operands, Source source, IntSupplier columns) {
        this.words = words;
        this.operands = operands;
        this.source = source;
        this.columns = columns;
    }

    /** A condition with no two parts that together say more than each, which planners may find out. */
    Condition where() {
        Condition condition = any();
        return Plainness.check(condition, source);
    }

    private Condition any() {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (words.take("OR")) {
            parts.add(all());
        }
        if (parts.size() > 1 && parts.stream().anyMatch(part -> part instanceof Never || Condition.isAlways(part))) {
            throw new Declined();
        }
        return parts.size() == 1 ? parts.get(0) : new Any(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>();
        boolean never = false;
        do {
            Condition part = one();
            never |= part instanceof Never;
            if (part instanceof All some) {
                parts.addAll(some.parts());
            } else {
                parts.add(part);
            }
        } while (words.take("AND"));
        return never ? new Never() : parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private Condition one() {
        if (words.take("(")) {
            if (++depth > DEEPEST) {
                throw new Declined();
            }
            Condition inner = any();
            words.expect(")");
            depth--;
            return inner;
        }
        Long constant = operands.constant();
        if (constant != null) {
            return ofConstant(constant);
        }
        if (words.kind() == Words.Kind.TEXT || operands.isToday() || isDayLiteral()) {
            return flipped();
        }
        int column = columns.getAsInt();
        ColumnType type = source.at(column).type();
        if (words.take("IS")) {
            boolean not = words.take("NOT");
            words.expect("NULL");
            return new Missing(column, not);
        }
        boolean not = words.take("NOT");
        if (words.take("BETWEEN")) {
            return between(column, type, not);
        }
        if (words.take("IN")) {
            return new Among(column, list(type), not);
        }
        if (words.take("LIKE")) {
            return like(column, type, not);
        }
        Comparison how = comparison();
        if (not) {
            throw new Declined();
        }
        return new Compared(column, how, operands.of(type));
    }

    private boolean isDayLiteral() {
        return words.is("{") || (words.is("DATE") && words.kind(1) == Words.Kind.TEXT);
    }

    private Condition ofConstant(long left) {
        Comparison how = comparison();
        Long right = operands.constant();
        if (right == null) {
            int column = columns.getAsInt();
            return switch (source.at(column).type()) {
                case BIGINT -> new Compared(column, how.flipped(), new Operand.Constant(left));
                default -> throw new Declined();
            };
        }
        return how.holds(Long.compare(left, right)) ? new All(List.of()) : new Never();
    }

    /** A value, then a column. */
    private Condition flipped() {
        boolean text = words.kind() == Words.Kind.TEXT;
        Words.Mark mark = words.mark();
        if (text) {
            words.take(Words.Kind.TEXT);
        } else {
            operands.of(ColumnType.DATE);
        }
        Comparison how = comparison();
        int column = columns.getAsInt();
        ColumnType type = source.at(column).type();
        if (type != ColumnType.DATE && (!text || type != ColumnType.TEXT)) {
            throw new Declined();
        }
        Words.Mark after = words.mark();
        words.back(mark);
        Operand value = operands.of(type);
        words.back(after);
        return new Compared(column, how.flipped(), value);
    }

    private Comparison comparison() {
        for (Symbol symbol : Symbol.values()) {
            if (words.take(symbol.text)) {
                return symbol.how;
            }
        }
        throw new Declined();
    }

    private enum Symbol {
        EQUAL("=", Comparison.EQUAL),
        DIFFERENT("<>", Comparison.DIFFERENT),
        MOST("<=", Comparison.MOST),
        LEAST(">=", Comparison.LEAST),
        LESS("<", Comparison.LESS),
        MORE(">", Comparison.MORE);

        private final String text;
        private final Comparison how;

        Symbol(String text, Comparison how) {
            this.text = text;
            this.how = how;
        }
    }

    private Condition between(int column, ColumnType type, boolean not) {
        Operand low = operands.of(type);
        words.expect("AND");
        Operand high = operands.of(type);
        return not
                ? new Any(List.of(
                        new Compared(column, Comparison.LESS, low), new Compared(column, Comparison.MORE, high)))
                : new All(List.of(
                        new Compared(column, Comparison.LEAST, low), new Compared(column, Comparison.MOST, high)));
    }

    private List<Operand> list(ColumnType type) {
        words.expect("(");
        List<Operand> values = new ArrayList<>();
        do {
            values.add(operands.of(type));
        } while (words.take(","));
        words.expect(")");
        return values;
    }

    private Condition like(int column, ColumnType type, boolean not) {
        String pattern = words.take(Words.Kind.TEXT);
        if (type != ColumnType.TEXT || words.is("ESCAPE") || pattern.isEmpty()) {
            throw new Declined();
        }
        boolean open = pattern.startsWith("%");
        boolean ended = pattern.endsWith("%");
        String text = pattern.substring(open ? 1 : 0, pattern.length() - (ended && pattern.length() > 1 ? 1 : 0));
        if (text.isEmpty() || text.indexOf('%') >= 0 || text.indexOf('_') >= 0 || text.indexOf('\\') >= 0) {
            throw new Declined();
        }
        Place place = open && ended ? Place.ANYWHERE : open ? Place.END : ended ? Place.START : Place.ALL;
        return new Holds(column, place, text, not);
    }
}
