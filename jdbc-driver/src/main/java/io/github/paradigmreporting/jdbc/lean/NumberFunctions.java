package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Functions of numbers as PostgreSQL has them: what has no value or does not fit is an error, and not NaN or Infinity. */
final class NumberFunctions {
    private static final SqlTypeFamily NUMBER = SqlTypeFamily.NUMERIC;

    private NumberFunctions() {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(same("ABS", ReturnTypes.ARG0, OperandTypes.NUMERIC_OR_INTERVAL, NumberFunctions::absolute));
        all.add(same("SIGN", ReturnTypes.ARG0_OR_EXACT_NO_SCALE, OperandTypes.NUMERIC, NumberFunctions::sign));
        all.add(rounded("ROUND", false));
        all.add(rounded("TRUNC", true));
        all.add(rounded("TRUNCATE", true));
        all.add(doubles("SQRT", x -> x < 0 ? badPower("square root of " + x) : Math.sqrt(x)));
        all.add(doubles("CBRT", Math::cbrt));
        all.add(doubles("EXP", x -> Numbers.finite(Math.exp(x))));
        all.add(doubles("LN", x -> Math.log(positive(x))));
        all.add(doubles("LOG10", x -> Math.log10(positive(x))));
        all.add(doubles("DEGREES", x -> Numbers.finite(Math.toDegrees(x))));
        all.add(doubles("RADIANS", Math::toRadians));
        all.add(function("LOG", SqlTypeName.DOUBLE, 1, 2, NumberFunctions::logarithm));
        for (String name : List.of("POWER", "POW")) {
            all.add(function(name, SqlTypeName.DOUBLE, 2, 2, values -> power(number(values[0]), number(values[1]))));
        }
        all.add(function("WIDTH_BUCKET", SqlTypeName.INTEGER, 4, 4, NumberFunctions::bucket));
        all.add(quotient());
        all.add(extreme("GREATEST", 1));
        all.add(extreme("LEAST", -1));
        return all;
    }

    private interface OfDouble {
        double of(double x);
    }

    private static ScalarFunction doubles(String name, OfDouble function) {
        return function(name, SqlTypeName.DOUBLE, 1, 1, values -> function.of(number(values[0])));
    }

    private static ScalarFunction function(
            String name, SqlTypeName type, int atLeast, int atMost, TextFunctions.Many function) {
        return new ScalarFunction(
                name,
                ScalarFunction.of(type),
                ScalarFunction.parameters(SqlTypeName.DOUBLE),
                ScalarFunction.families(java.util.Collections.nCopies(atMost, NUMBER), atLeast),
                (call, operands) -> TextFunctions.strict(operands, function));
    }

    /** A function whose result is of its operand's type, perhaps without places behind the point. */
    private static ScalarFunction same(
            String name, SqlReturnTypeInference result, SqlOperandTypeChecker operand, Strict.One function) {
        return new ScalarFunction(
                name,
                result,
                ScalarFunction.parameters(SqlTypeName.DOUBLE),
                operand,
                (call, operands) -> Strict.one(operands.get(0), function));
    }

    private static Object absolute(Object value) {
        if (value instanceof Integer number) {
            return Math.absExact(number);
        }
        if (value instanceof Long number) {
            return Math.absExact(number);
        }
        return value instanceof Double number ? (Object) Math.abs(number) : ((BigDecimal) value).abs();
    }

    private static Object sign(Object value) {
        if (value instanceof Integer number) {
            return Integer.signum(number);
        }
        if (value instanceof Long number) {
            return (long) Long.signum(number);
        }
        return value instanceof Double number
                ? (Object) Math.signum(number)
                : BigDecimal.valueOf(((BigDecimal) value).signum());
    }

    /** To a number of places, or to a whole number; nothing of whole numbers but where the places are negative. */
    private static ScalarFunction rounded(String name, boolean cut) {
        return new ScalarFunction(
                name,
                ReturnTypes.ARG0.andThen((binding, type) -> ScalarFunction.nullable(binding, type)),
                ScalarFunction.parameters(SqlTypeName.DOUBLE, SqlTypeName.INTEGER),
                ScalarFunction.families(List.of(NUMBER, NUMBER), 1),
                (call, operands) -> TextFunctions.strict(
                        operands,
                        values -> rounded(
                                values[0],
                                values.length == 1 ? null : (int) Arithmetic.whole((Number) values[1], -1000, 1000),
                                cut)));
    }

    private static Object rounded(Object value, @Nullable Integer places, boolean cut) {
        if (value instanceof Double number && places == null) {
            return cut ? (number < 0 ? Math.ceil(number) : Math.floor(number)) : Math.rint(number);
        }
        BigDecimal exact = Arithmetic.decimal((Number) value);
        int to = places == null ? 0 : places;
        if (!(value instanceof BigDecimal) && exact.scale() <= to) {
            return value;
        }
        BigDecimal result = exact.setScale(to, cut ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        if (value instanceof BigDecimal) {
            return to < 0 ? result.setScale(0) : result;
        }
        return value instanceof Double
                ? (Object) result.doubleValue()
                : value instanceof Integer ? (Object) result.intValueExact() : (Object) result.longValueExact();
    }

    private static double number(Object value) {
        return Numbers.finite(((Number) value).doubleValue());
    }

    private static double positive(double x) {
        if (x > 0) {
            return x;
        }
        throw new ValueException(ValueException.Kind.BAD_LOGARITHM, "there is no logarithm of " + x);
    }

    private static double badPower(String what) {
        throw new ValueException(ValueException.Kind.BAD_POWER, "there is no " + what);
    }

    /** To base 10, or of the second operand to the base of the first. */
    private static double logarithm(Object[] values) {
        double first = positive(number(values[0]));
        if (values.length == 1) {
            return Math.log10(first);
        }
        double second = positive(number(values[1]));
        double quotient = Numbers.divided(Math.log(second), Math.log(first));
        double whole = Math.rint(quotient);
        return Math.pow(first, whole) == second ? whole : quotient;
    }

    private static double power(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            return badPower("power " + exponent + " of 0");
        }
        if (base < 0 && exponent != Math.rint(exponent)) {
            return badPower("power " + exponent + " of " + base);
        }
        return Numbers.finite(Math.pow(base, exponent));
    }

    /** Which of so many equal parts of a range a number is in: from 1, 0 before the range, one more than all behind it. */
    private static int bucket(Object[] values) {
        int count = (int) Arithmetic.whole((Number) values[3], Integer.MIN_VALUE, Integer.MAX_VALUE - 1);
        boolean exact = false;
        for (Object value : values) {
            exact |= value instanceof BigDecimal;
        }
        for (Object value : values) {
            exact &= !(value instanceof Double);
        }
        BigDecimal of = Arithmetic.decimal((Number) values[0]);
        BigDecimal first = Arithmetic.decimal((Number) values[1]);
        BigDecimal last = Arithmetic.decimal((Number) values[2]);
        int direction = last.compareTo(first);
        if (count <= 0 || direction == 0) {
            throw new ValueException(
                    ValueException.Kind.BAD_BUCKET,
                    count <= 0 ? "WIDTH_BUCKET makes at least one part, not " + count : "the range has no width");
        }
        if (of.compareTo(first) * direction < 0) {
            return 0;
        }
        if (of.compareTo(last) * direction >= 0) {
            return count + 1;
        }
        if (exact) {
            return of.subtract(first)
                            .multiply(BigDecimal.valueOf(count))
                            .divideToIntegralValue(last.subtract(first))
                            .intValueExact()
                    + 1;
        }
        double part = (of.doubleValue() - first.doubleValue()) / (last.doubleValue() - first.doubleValue());
        return Math.min((int) (count * part), count - 1) + 1;
    }

    /** DIV: the whole part of a quotient. */
    private static ScalarFunction quotient() {
        return new ScalarFunction(
                "DIV",
                ReturnTypes.LEAST_RESTRICTIVE.andThen((binding, type) -> ScalarFunction.nullable(binding, type)),
                ScalarFunction.parameters(SqlTypeName.BIGINT),
                OperandTypes.family(NUMBER, NUMBER),
                (call, operands) -> {
                    Kind kind = Kind.of(call.getType());
                    return TextFunctions.strict(operands, values -> {
                        BigDecimal by = Arithmetic.decimal((Number) values[1]);
                        if (by.signum() == 0) {
                            throw new ArithmeticException("division by zero");
                        }
                        return Arithmetic.converted(
                                Arithmetic.decimal((Number) values[0])
                                        .divideToIntegralValue(by)
                                        .setScale(0),
                                kind);
                    });
                });
    }

    /** The greatest or least of all that is not NULL. */
    private static ScalarFunction extreme(String name, int sign) {
        return new ScalarFunction(
                name,
                leastRestrictive(),
                (binding, result, types) -> java.util.Arrays.fill(types, common(binding)),
                OperandTypes.ONE_OR_MORE,
                (call, operands) -> {
                    List<Expression> alike = alike(call, operands);
                    return (row, run) -> {
                        @Nullable Object extreme = null;
                        for (Expression operand : alike) {
                            Object value = operand.of(row, run);
                            if (value != null
                                    && (extreme == null
                                            || Integer.signum(ValueOrder.compare(value, extreme)) == sign)) {
                                extreme = value;
                            }
                        }
                        return extreme;
                    };
                });
    }

    private static List<Expression> alike(RexCall call, List<Expression> operands) {
        List<Expression> alike = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            alike.add(Casts.of(operands.get(i), call.getOperands().get(i).getType(), call.getType()));
        }
        return alike;
    }

    /** The type that all operands have in common; nullable only when all of them are. */
    private static SqlReturnTypeInference leastRestrictive() {
        return binding -> {
            List<RelDataType> types = binding.collectOperandTypes();
            RelDataType type = common(binding.getTypeFactory(), types);
            return type == null
                    ? null
                    : binding.getTypeFactory()
                            .createTypeWithNullability(type, types.stream().allMatch(RelDataType::isNullable));
        };
    }

    /** A literal in quotes has the others' type; a day beside an instant is its midnight. */
    private static @Nullable RelDataType common(RelDataTypeFactory factory, List<RelDataType> types) {
        List<RelDataType> others = types.stream()
                .filter(type -> type.getSqlTypeName() != SqlTypeName.CHAR && type.getSqlTypeName() != SqlTypeName.NULL)
                .toList();
        boolean texts = others.isEmpty() || others.stream().anyMatch(SqlTypeUtil::isCharacter);
        List<RelDataType> known = texts ? types : others;
        RelDataType type = factory.leastRestrictive(known);
        if (type != null && SqlTypeUtil.isCharacter(type)) {
            // A parameter, whose type is not known yet, may be longer than all others.
            return factory.createSqlType(SqlTypeName.VARCHAR);
        }
        if (type != null && type.getSqlTypeName() == SqlTypeName.DECIMAL && known.size() < types.size()) {
            // The literal may have more places than the others.
            return factory.createSqlType(SqlTypeName.DECIMAL, Numbers.UNBOUNDED_DIGITS, Numbers.UNBOUNDED_SCALE);
        }
        boolean moments = known.stream().allMatch(SqlTypeUtil::isDatetime);
        return type == null && moments
                ? known.stream()
                        .filter(moment -> moment.getSqlTypeName() != SqlTypeName.DATE)
                        .findFirst()
                        .orElse(null)
                : type;
    }

    /** The type of a parameter: that of the operands that are none; unknown where all are parameters. */
    private static RelDataType common(SqlOperatorBinding binding) {
        List<RelDataType> known = binding.collectOperandTypes().stream()
                .filter(type ->
                        type.getSqlTypeName() != SqlTypeName.UNKNOWN && type.getSqlTypeName() != SqlTypeName.NULL)
                .toList();
        RelDataType type = known.isEmpty() ? null : binding.getTypeFactory().leastRestrictive(known);
        return type == null ? binding.getTypeFactory().createUnknownType() : type;
    }
}
