package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;

/** Days and instants: plus and minus, EXTRACT, FLOOR to a unit. */
final class Dates {
    private static final long DAY = DateTimeUtils.MILLIS_PER_DAY;

    private Dates() {}

    static Expression arithmetic(RexCall call, List<Expression> operands) {
        Expression left = operands.get(0);
        Expression right = operands.get(1);
        RelDataType second = call.getOperands().get(1).getType();
        SqlTypeName from = call.getOperands().get(0).getType().getSqlTypeName();
        SqlTypeName to = call.getType().getSqlTypeName();
        boolean minus = call.getKind() == SqlKind.MINUS;
        if (second.getSqlTypeName().getFamily() == SqlTypeFamily.INTERVAL_DAY_TIME) {
            return millis(from, to, left, right, minus);
        }
        if (second.getSqlTypeName().getFamily() == SqlTypeFamily.INTERVAL_YEAR_MONTH && from == to) {
            return months(from, left, right, minus);
        }
        if (minus && from == second.getSqlTypeName() && Kind.of(call.getType()) == Kind.LONG) {
            return difference(from, left, right);
        }
        throw new Declined(call.toString());
    }

    private static Expression millis(
            SqlTypeName from, SqlTypeName to, Expression left, Expression right, boolean minus) {
        int sign = minus ? -1 : 1;
        if (from == SqlTypeName.DATE && to == SqlTypeName.DATE) {
            return Strict.two(left, right, (day, interval) -> (Integer) day + sign * (int) ((Long) interval / DAY));
        }
        if (to != SqlTypeName.TIMESTAMP || (from != SqlTypeName.DATE && from != SqlTypeName.TIMESTAMP)) {
            throw new Declined(from + " plus an interval as " + to);
        }
        long unit = from == SqlTypeName.DATE ? DAY : 1;
        return Strict.two(left, right, (time, interval) -> ((Number) time).longValue() * unit + sign * (Long) interval);
    }

    private static Expression months(SqlTypeName from, Expression left, Expression right, boolean minus) {
        int sign = minus ? -1 : 1;
        boolean days = from == SqlTypeName.DATE;
        if (!days && from != SqlTypeName.TIMESTAMP) {
            throw new Declined(from + " plus months");
        }
        return Strict.two(left, right, (time, interval) -> {
            int by = sign * (Integer) interval;
            return days
                    ? (Object) DateTimeUtils.addMonths((int) (Integer) time, by)
                    : (Object) DateTimeUtils.addMonths((long) (Long) time, by);
        });
    }

    private static Expression difference(SqlTypeName type, Expression left, Expression right) {
        long unit = type == SqlTypeName.DATE ? DAY : 1;
        return Strict.two(left, right, (a, b) -> (((Number) a).longValue() - ((Number) b).longValue()) * unit);
    }

    static Expression extract(RexCall call, Expression operand) {
        TimeUnitRange unit = unit(call.getOperands().get(0));
        SqlTypeName type = call.getOperands().get(1).getType().getSqlTypeName();
        if (!isOfDays(unit) || Kind.of(call.getType()) != Kind.LONG) {
            throw new Declined(call.toString());
        }
        if (type == SqlTypeName.DATE) {
            return Strict.one(operand, day -> SqlFunctions.unixDateExtract(unit, (Integer) day));
        }
        if (type != SqlTypeName.TIMESTAMP) {
            throw new Declined(call.toString());
        }
        return Strict.one(operand, time -> SqlFunctions.unixDateExtract(unit, Math.floorDiv((Long) time, DAY)));
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
        if (type != SqlTypeName.TIMESTAMP) {
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
