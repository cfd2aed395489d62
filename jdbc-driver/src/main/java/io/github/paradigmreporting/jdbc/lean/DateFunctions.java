package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Functions of days, moments and intervals as PostgreSQL has them. */
final class DateFunctions {
    private static final int MILLIS = 3;

    private DateFunctions() {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(part());
        all.add(truncated());
        all.add(written());
        all.add(read("TO_TIMESTAMP"));
        all.add(read("TO_DATE"));
        all.add(made("MAKE_DATE", 3));
        all.add(made("MAKE_TIMESTAMP", 6));
        all.add(age());
        all.add(justified("JUSTIFY_HOURS", Interval::withWholeDays));
        all.add(justified("JUSTIFY_DAYS", Interval::withWholeMonths));
        all.add(justified("JUSTIFY_INTERVAL", Interval::withAllWhole));
        all.add(zoned("AT_TIME_ZONE", 0));
        all.add(zoned("TIMEZONE", 1));
        all.add(interval());
        all.add(daysBetween());
        all.add(overlaps());
        all.add(new ScalarFunction(
                "ISO_WEEK_DAY",
                ScalarFunction.of(SqlTypeName.DATE),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.CHARACTER,
                (call, operands) -> Strict.one(operands.get(0), week -> MomentText.monday((String) week))));
        return all;
    }

    /** The type that moments have, with a zone or without. */
    static RelDataType moment(RelDataTypeFactory types, boolean zoned) {
        return types.createSqlType(zoned ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE : SqlTypeName.TIMESTAMP, MILLIS);
    }

    /** The type of intervals that also hold months. */
    public static RelDataType interval(RelDataTypeFactory types) {
        return types.createSqlIntervalType(new SqlIntervalQualifier(TimeUnit.DAY, TimeUnit.SECOND, SqlParserPos.ZERO));
    }

    private static boolean isText(RelDataType type) {
        return SqlTypeUtil.isCharacter(type);
    }

    /** Takes days, moments and texts that are such; intervals where it says so. */
    private record Times(int at, int others, boolean intervals, SqlOperandCountRange count)
            implements SqlOperandTypeChecker {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
            for (int i = 0; i < binding.getOperandCount(); i++) {
                RelDataType type = binding.getOperandType(i);
                boolean is = (i == at || others == i)
                        ? SqlTypeUtil.isDatetime(type) || isText(type) || (intervals && SqlTypeUtil.isInterval(type))
                        : isText(type) || SqlTypeUtil.isInterval(type);
                if (!is && type.getSqlTypeName() != SqlTypeName.NULL && type.getSqlTypeName() != SqlTypeName.ANY) {
                    if (throwOnFailure) {
                        throw binding.newValidationSignatureError();
                    }
                    return false;
                }
            }
            return true;
        }

        @Override
        public SqlOperandCountRange getOperandCountRange() {
            return count;
        }

        @Override
        public String getAllowedSignatures(SqlOperator operator, String name) {
            return name + (at == 0 ? "(<DATE or TIMESTAMP>, …)" : "(…, <DATE or TIMESTAMP>)");
        }
    }

    /** The text of an operand that is a literal, to tell a type by; null of any other. */
    private static @Nullable String literal(SqlOperatorBinding binding, int operand) {
        return binding.isOperandLiteral(operand, false) && isText(binding.getOperandType(operand))
                ? binding.getOperandLiteralValue(operand, String.class)
                : null;
    }

    private static ScalarFunction part() {
        return new ScalarFunction(
                "DATE_PART",
                binding -> {
                    RelDataTypeFactory types = binding.getTypeFactory();
                    String unit = literal(binding, 0);
                    return ScalarFunction.nullable(
                            binding,
                            unit == null
                                    ? types.createSqlType(SqlTypeName.DOUBLE)
                                    : DateUnit.isKnown(unit)
                                                    && DateUnit.of(unit).isFraction()
                                            ? types.createSqlType(SqlTypeName.DECIMAL, 19, 6)
                                            : types.createSqlType(SqlTypeName.BIGINT));
                },
                ScalarFunction.parameters(SqlTypeName.VARCHAR, SqlTypeName.TIMESTAMP),
                new Times(1, 1, true, SqlOperandCountRanges.of(2)),
                (call, operands) -> {
                    RelDataType of = call.getOperands().get(1).getType();
                    Kind kind = Kind.of(call.getType());
                    boolean ofDay = of.getSqlTypeName() == SqlTypeName.DATE;
                    boolean ofInterval = SqlTypeUtil.isInterval(of);
                    Expression value = ofInterval ? Intervals.of(operands.get(1), of) : millis(operands.get(1), of);
                    return Strict.two(operands.get(0), value, (name, time) -> {
                        DateUnit unit = DateUnit.of((String) name);
                        if (ofDay && unit.isOfTime()) {
                            throw new ValueException(
                                    ValueException.Kind.UNSUPPORTED,
                                    "a DATE has no part " + name + "; CAST it AS TIMESTAMP");
                        }
                        Object part = ofInterval ? unit.part((Interval) time) : unit.part((long) (Long) time);
                        return Arithmetic.converted((Number) part, kind);
                    });
                });
    }

    /** A day, a moment or a text as milliseconds since 1970. */
    static Expression millis(Expression value, RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case DATE -> Strict.one(value, day -> (Integer) day * Dates.DAY);
            case TIME -> Strict.one(value, time -> (long) (Integer) time);
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE, NULL -> value;
            case CHAR, VARCHAR ->
                (row, run) -> {
                    Object text = value.of(row, run);
                    return text == null ? null : (Object) DateTexts.moment((String) text, run);
                };
            default -> throw new Declined(type + " as a moment");
        };
    }

    private static ScalarFunction truncated() {
        return new ScalarFunction(
                "DATE_TRUNC",
                binding -> ScalarFunction.nullable(binding, truncatedType(binding)),
                ScalarFunction.parameters(SqlTypeName.VARCHAR, SqlTypeName.TIMESTAMP, SqlTypeName.VARCHAR),
                new Times(1, 1, true, SqlOperandCountRanges.between(2, 3)),
                (call, operands) -> {
                    RelDataType of = call.getOperands().get(1).getType();
                    if (SqlTypeUtil.isInterval(of)) {
                        return Strict.two(
                                operands.get(0),
                                Intervals.of(operands.get(1), of),
                                (unit, interval) -> DateUnit.of((String) unit).start((Interval) interval));
                    }
                    boolean day = call.getType().getSqlTypeName() == SqlTypeName.DATE;
                    Expression moment = millis(operands.get(1), of);
                    if (operands.size() == 3) {
                        return TextFunctions.strict(List.of(operands.get(0), moment, operands.get(2)), values -> {
                            ZoneId zone = TimeZones.of((String) values[2]);
                            return TimeZones.instant(
                                    DateUnit.of((String) values[0]).start(TimeZones.local((Long) values[1], zone)),
                                    zone);
                        });
                    }
                    return Strict.two(operands.get(0), moment, (unit, time) -> {
                        long start = DateUnit.of((String) unit).start((long) (Long) time);
                        return day ? (Object) Math.toIntExact(Math.floorDiv(start, Dates.DAY)) : (Object) start;
                    });
                });
    }

    /** A day stays a day when it is cut to a unit of days; PostgreSQL makes a moment of it. */
    private static RelDataType truncatedType(SqlOperatorBinding binding) {
        RelDataType of = binding.getOperandType(1);
        RelDataTypeFactory types = binding.getTypeFactory();
        if (SqlTypeUtil.isInterval(of)) {
            return interval(types);
        }
        String unit = literal(binding, 0);
        boolean day = of.getSqlTypeName() == SqlTypeName.DATE
                && unit != null
                && DateUnit.isKnown(unit)
                && DateUnit.of(unit).isOfDays();
        return day
                ? types.createSqlType(SqlTypeName.DATE)
                : moment(types, of.getSqlTypeName() == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE);
    }

    private static ScalarFunction written() {
        return new ScalarFunction(
                "TO_CHAR",
                ScalarFunction.of(SqlTypeName.VARCHAR),
                ScalarFunction.parameters(SqlTypeName.TIMESTAMP, SqlTypeName.VARCHAR),
                OperandTypes.family(SqlTypeFamily.ANY, SqlTypeFamily.CHARACTER),
                (call, operands) -> {
                    RelDataType of = call.getOperands().get(0).getType();
                    if (SqlTypeUtil.isNumeric(of)) {
                        return Strict.two(
                                operands.get(0),
                                operands.get(1),
                                (number, format) ->
                                        NumberText.of(Arithmetic.decimal((Number) number), (String) format));
                    }
                    return Strict.two(
                            millis(operands.get(0), of),
                            operands.get(1),
                            (time, format) -> MomentText.text((long) (Long) time, (String) format));
                });
    }

    /** Of a text and a format; TO_TIMESTAMP also of the seconds since 1970. */
    private static ScalarFunction read(String name) {
        boolean day = name.equals("TO_DATE");
        return new ScalarFunction(
                name,
                binding -> ScalarFunction.nullable(
                        binding,
                        day
                                ? binding.getTypeFactory().createSqlType(SqlTypeName.DATE)
                                : moment(binding.getTypeFactory(), true)),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                day
                        ? OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER)
                        : OperandTypes.or(
                                OperandTypes.family(SqlTypeFamily.NUMERIC),
                                OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER)),
                (call, operands) -> operands.size() == 1
                        ? Strict.one(operands.get(0), DateFunctions::ofSeconds)
                        : Strict.two(operands.get(0), operands.get(1), (text, format) -> {
                            long moment = MomentText.moment((String) text, (String) format);
                            return day ? (Object) Math.toIntExact(Math.floorDiv(moment, Dates.DAY)) : (Object) moment;
                        }));
    }

    private static Object ofSeconds(Object seconds) {
        return Numbers.whole(
                Arithmetic.decimal((Number) seconds).movePointRight(3), Long.MIN_VALUE / 1000, Long.MAX_VALUE / 1000);
    }

    private static ScalarFunction made(String name, int parts) {
        boolean day = parts == 3;
        return new ScalarFunction(
                name,
                binding -> ScalarFunction.nullable(
                        binding,
                        day
                                ? binding.getTypeFactory().createSqlType(SqlTypeName.DATE)
                                : moment(binding.getTypeFactory(), false)),
                ScalarFunction.parameters(SqlTypeName.INTEGER),
                OperandTypes.family(java.util.Collections.nCopies(parts, SqlTypeFamily.NUMERIC)),
                (call, operands) -> TextFunctions.strict(operands, values -> day ? day(values) : time(values)));
    }

    private static int day(Object[] values) {
        try {
            return (int) LocalDate.of(number(values[0]), number(values[1]), number(values[2]))
                    .toEpochDay();
        } catch (DateTimeException e) {
            throw new ValueException(
                    ValueException.Kind.DATE_OUT_OF_RANGE,
                    values[0] + "-" + values[1] + "-" + values[2] + " is no day that exists");
        }
    }

    private static Object time(Object[] values) {
        int hour = number(values[3]);
        int minute = number(values[4]);
        BigDecimal second = Arithmetic.decimal((Number) values[5]);
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second.signum() < 0 || second.intValue() > 60) {
            throw new ValueException(
                    ValueException.Kind.DATE_OUT_OF_RANGE,
                    hour + ":" + minute + ":" + second.toPlainString() + " is no time of day");
        }
        long millis = second.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue();
        return day(values) * Dates.DAY + (hour * 60L + minute) * 60_000 + millis;
    }

    private static int number(Object value) {
        return (int) Arithmetic.whole((Number) value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Years, months, days and a time from one moment to another; of one alone, to the start of today. */
    private static ScalarFunction age() {
        return new ScalarFunction(
                "AGE",
                binding -> ScalarFunction.nullable(binding, interval(binding.getTypeFactory())),
                ScalarFunction.parameters(SqlTypeName.TIMESTAMP),
                new Times(0, 1, false, SqlOperandCountRanges.between(1, 2)),
                (call, operands) -> {
                    Expression first =
                            millis(operands.get(0), call.getOperands().get(0).getType());
                    if (operands.size() == 1) {
                        return Strict.two(
                                (row, run) -> Dates.today(run) * Dates.DAY, first, (a, b) -> age((Long) a, (Long) b));
                    }
                    Expression second =
                            millis(operands.get(1), call.getOperands().get(1).getType());
                    return Strict.two(first, second, (a, b) -> age((Long) a, (Long) b));
                });
    }

    private static Interval age(long to, long from) {
        if (to < from) {
            return age(from, to).negated();
        }
        LocalDateTime end = time(to);
        LocalDateTime start = time(from);
        long millis = Math.floorMod(to, Dates.DAY) - Math.floorMod(from, Dates.DAY);
        int days = end.getDayOfMonth() - start.getDayOfMonth();
        int months = end.getMonthValue() - start.getMonthValue() + 12 * (end.getYear() - start.getYear());
        if (millis < 0) {
            millis += Dates.DAY;
            days--;
        }
        if (days < 0) {
            days += start.toLocalDate().lengthOfMonth();
            months--;
        }
        return new Interval(months, days, millis);
    }

    private static LocalDateTime time(long millis) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }

    /** An instant as the clock of a zone shows it, or the instant at which the clock of a zone shows a time. */
    private static ScalarFunction zoned(String name, int at) {
        return new ScalarFunction(
                name,
                binding -> ScalarFunction.nullable(
                        binding,
                        moment(
                                binding.getTypeFactory(),
                                binding.getOperandType(at).getSqlTypeName() == SqlTypeName.TIMESTAMP)),
                ScalarFunction.parameters(
                        at == 0 ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE : SqlTypeName.VARCHAR,
                        at == 0 ? SqlTypeName.VARCHAR : SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE),
                new Times(at, at, false, SqlOperandCountRanges.of(2)),
                (call, operands) -> {
                    boolean local = call.getOperands().get(at).getType().getSqlTypeName() == SqlTypeName.TIMESTAMP;
                    Expression moment =
                            millis(operands.get(at), call.getOperands().get(at).getType());
                    RelDataType zoneType = call.getOperands().get(1 - at).getType();
                    if (SqlTypeUtil.isInterval(zoneType)) {
                        Expression offset = Intervals.of(operands.get(1 - at), zoneType);
                        return Strict.two(moment, offset, (time, by) -> Dates.moved((Long) time, (Interval) by, local));
                    }
                    return Strict.two(moment, operands.get(1 - at), (time, zone) -> {
                        ZoneId known = TimeZones.of((String) zone);
                        return local ? TimeZones.instant((Long) time, known) : TimeZones.local((Long) time, known);
                    });
                });
    }

    /** An interval whose hours make days, or whose days make months of 30. */
    private static ScalarFunction justified(String name, UnaryOperator<Interval> function) {
        return new ScalarFunction(
                name,
                intervalOf(),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.INTERVAL,
                (call, operands) -> Strict.one(
                        Intervals.of(operands.get(0), call.getOperands().get(0).getType()),
                        interval -> function.apply((Interval) interval)));
    }

    /** CAST of a text to INTERVAL. */
    private static ScalarFunction interval() {
        return new ScalarFunction(
                "INTERVAL_OF",
                intervalOf(),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.or(OperandTypes.CHARACTER, OperandTypes.INTERVAL),
                (call, operands) -> {
                    RelDataType of = call.getOperands().get(0).getType();
                    String fixed = isText(of) ? TextFunctions.fixed(call, 0) : null;
                    if (fixed != null) {
                        Interval known = Interval.of(fixed);
                        return (row, run) -> known;
                    }
                    return isText(of)
                            ? Strict.one(operands.get(0), text -> Interval.of((String) text))
                            : Intervals.of(operands.get(0), of);
                });
    }

    private static SqlReturnTypeInference intervalOf() {
        return binding -> ScalarFunction.nullable(binding, interval(binding.getTypeFactory()));
    }

    /** Whole days from the second day to the first. */
    private static ScalarFunction daysBetween() {
        return new ScalarFunction(
                "DAYS_BETWEEN",
                ScalarFunction.of(SqlTypeName.INTEGER),
                ScalarFunction.parameters(SqlTypeName.DATE),
                OperandTypes.family(SqlTypeFamily.DATE, SqlTypeFamily.DATE),
                (call, operands) -> Strict.two(
                        operands.get(0), operands.get(1), (a, b) -> Math.subtractExact((Integer) a, (Integer) b)));
    }

    /** Two ranges, each a start and an end or how long it is, that have a moment in common; ends belong to neither. */
    private static ScalarFunction overlaps() {
        return new ScalarFunction(
                "OVERLAPS",
                binding -> binding.getTypeFactory()
                        .createTypeWithNullability(binding.getTypeFactory().createSqlType(SqlTypeName.BOOLEAN), true),
                ScalarFunction.parameters(SqlTypeName.TIMESTAMP),
                OperandTypes.variadic(SqlOperandCountRanges.of(4)),
                (call, operands) -> {
                    Expression firstStart =
                            millis(operands.get(0), call.getOperands().get(0).getType());
                    Expression firstEnd = end(call, operands, firstStart, 1);
                    Expression secondStart =
                            millis(operands.get(2), call.getOperands().get(2).getType());
                    Expression secondEnd = end(call, operands, secondStart, 3);
                    return (row, run) -> overlap(
                            (Long) firstStart.of(row, run),
                            (Long) firstEnd.of(row, run),
                            (Long) secondStart.of(row, run),
                            (Long) secondEnd.of(row, run));
                });
    }

    private static Expression end(RexCall call, List<Expression> operands, Expression start, int operand) {
        RelDataType type = call.getOperands().get(operand).getType();
        return SqlTypeUtil.isInterval(type)
                ? Strict.two(
                        start,
                        Intervals.of(operands.get(operand), type),
                        (time, by) -> Dates.moved((Long) time, (Interval) by, false))
                : millis(operands.get(operand), type);
    }

    private static @Nullable Boolean overlap(
            @Nullable Long start, @Nullable Long end, @Nullable Long otherStart, @Nullable Long otherEnd) {
        if (start == null || (end != null && end < start)) {
            return end == null ? null : overlap(end, start, otherStart, otherEnd);
        }
        if (otherStart == null || (otherEnd != null && otherEnd < otherStart)) {
            return otherEnd == null ? null : overlap(start, end, otherEnd, otherStart);
        }
        if (start.equals(otherStart)) {
            return (end == null || otherEnd == null) ? null : Boolean.TRUE;
        }
        Long firstEnd = start < otherStart ? end : otherEnd;
        if (firstEnd == null) {
            return null;
        }
        if (Math.max(start, otherStart) < firstEnd) {
            return true;
        }
        return (start < otherStart ? otherEnd : end) == null ? null : Boolean.FALSE;
    }
}
