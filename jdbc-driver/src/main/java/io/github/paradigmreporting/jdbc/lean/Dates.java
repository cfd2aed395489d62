package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.DataContext;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Days and moments: plus and minus, Calcite's EXTRACT and FLOOR to a unit. */
final class Dates {
    static final long DAY = DateTimeUtils.MILLIS_PER_DAY;

    private Dates() {}

    /** The day on which a run was started. */
    static int today(Run run) {
        known(run);
        return SqlFunctions.currentDate(run.context());
    }

    /** The moment at which a run was started. */
    static long now(Run run) {
        known(run);
        return SqlFunctions.currentTimestamp(run.context());
    }

    /** While a statement is planned there is no time yet. */
    private static void known(Run run) {
        Objects.requireNonNull(
                run.context().get(DataContext.Variable.CURRENT_TIMESTAMP.camelName), "the time of a run");
    }

    static boolean isMoment(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.TIMESTAMP
                || type.getSqlTypeName() == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE;
    }

    static Expression arithmetic(RexCall call, List<Expression> operands) {
        RelDataType left = call.getOperands().get(0).getType();
        RelDataType right = call.getOperands().get(1).getType();
        boolean minus = call.getKind() == SqlKind.MINUS;
        if (minus && SqlTypeUtil.isDatetime(right)) {
            return difference(call, operands);
        }
        if (!SqlTypeUtil.isInterval(right)) {
            throw new Declined(call.toString());
        }
        Expression interval = Intervals.of(operands.get(1), right);
        if (left.getSqlTypeName() == SqlTypeName.DATE && call.getType().getSqlTypeName() == SqlTypeName.DATE) {
            return Strict.two(operands.get(0), interval, (day, by) -> {
                long moved = moved((Integer) day * DAY, (Interval) by, minus);
                return Math.toIntExact(Math.floorDiv(moved, DAY));
            });
        }
        long unit = left.getSqlTypeName() == SqlTypeName.DATE ? DAY : 1;
        if (!isMoment(call.getType()) || (unit == 1 && !isMoment(left))) {
            throw new Declined(call.toString());
        }
        return Strict.two(
                operands.get(0),
                interval,
                (time, by) -> moved(((Number) time).longValue() * unit, (Interval) by, minus));
    }

    /** A moment an interval later or earlier: months first, then days, then the time, as PostgreSQL adds them. */
    static long moved(long moment, Interval by, boolean minus) {
        Interval interval = minus ? by.negated() : by;
        long later = interval.months() == 0 ? moment : DateTimeUtils.addMonths(moment, interval.months());
        return Math.addExact(Math.addExact(later, Math.multiplyExact(interval.days(), DAY)), interval.millis());
    }

    private static Expression difference(RexCall call, List<Expression> operands) {
        RelDataType type = call.getType();
        long left = unit(call.getOperands().get(0).getType(), call);
        long right = unit(call.getOperands().get(1).getType(), call);
        Strict.Two millis =
                (a, b) -> Math.subtractExact(((Number) a).longValue() * left, ((Number) b).longValue() * right);
        return switch (Kind.of(type)) {
            case LONG -> Strict.two(operands.get(0), operands.get(1), millis);
            case INTERVAL ->
                Strict.two(
                        operands.get(0),
                        operands.get(1),
                        (a, b) -> Interval.ofMillis((Long) Objects.requireNonNull(millis.of(a, b))));
            default -> throw new Declined(call.toString());
        };
    }

    private static long unit(RelDataType type, RexCall call) {
        if (type.getSqlTypeName() == SqlTypeName.DATE) {
            return DAY;
        }
        if (!isMoment(type)) {
            throw new Declined(call.toString());
        }
        return 1;
    }

    static Expression extract(RexCall call, Expression operand) {
        TimeUnitRange unit = unit(call.getOperands().get(0));
        RelDataType type = call.getOperands().get(1).getType();
        if (Kind.of(call.getType()) != Kind.LONG) {
            throw new Declined(call.toString());
        }
        long millis = unit(type, call);
        if (isOfDays(unit)) {
            return Strict.one(
                    operand,
                    time -> SqlFunctions.unixDateExtract(
                            unit, Math.floorDiv(((Number) time).longValue() * millis, DAY)));
        }
        if (unit == TimeUnitRange.HOUR || unit == TimeUnitRange.MINUTE || unit == TimeUnitRange.SECOND) {
            long of = unit == TimeUnitRange.HOUR ? 3_600_000 : unit == TimeUnitRange.MINUTE ? 60_000 : 1000;
            long modulo = unit == TimeUnitRange.HOUR ? 24 : 60;
            return Strict.one(
                    operand, time -> Math.floorMod(Math.floorDiv(((Number) time).longValue() * millis, of), modulo));
        }
        throw new Declined(call.toString());
    }

    static Expression floor(RexCall call, Expression operand) {
        if (call.getKind() != SqlKind.FLOOR || call.getOperands().size() != 2) {
            throw new Declined(call.toString());
        }
        TimeUnitRange unit = unit(call.getOperands().get(1));
        SqlTypeName type = call.getType().getSqlTypeName();
        if (!isOfDays(unit) || type != call.getOperands().get(0).getType().getSqlTypeName()) {
            throw new Declined(call.toString());
        }
        if (type == SqlTypeName.DATE) {
            return Strict.one(operand, day -> (int) DateTimeUtils.unixDateFloor(unit, (Integer) day));
        }
        if (!isMoment(call.getType())) {
            throw new Declined(call.toString());
        }
        return Strict.one(
                operand, time -> DateTimeUtils.unixTimestampFloor(unit, SqlFunctions.floor((long) (Long) time, DAY)));
    }

    private static TimeUnitRange unit(RexNode node) {
        if (node instanceof RexLiteral literal && literal.getValue() instanceof TimeUnitRange unit) {
            return unit;
        }
        throw new Declined("unit " + node);
    }

    private static boolean isOfDays(TimeUnitRange unit) {
        return switch (unit) {
            case YEAR, QUARTER, MONTH, DAY, WEEK, DOW, DOY, ISODOW, ISOYEAR, DECADE, CENTURY, MILLENNIUM -> true;
            default -> false;
        };
    }
}
