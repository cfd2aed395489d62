package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ScalarFunctions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlMonotonicity;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/**
 * +, -, * and / of days, moments and intervals as PostgreSQL has them, by the types of the operands: a day and a whole
 * number are a day, two days are a number of days apart, two moments an interval. Of numbers they are Calcite's.
 */
final class DialectArithmetic extends SqlBinaryOperator {
    /** These instead of Calcite's operators of the same names. */
    static final List<SqlOperator> ALL = List.of(
            new DialectArithmetic(SqlStdOperatorTable.PLUS),
            new DialectArithmetic(SqlStdOperatorTable.MINUS),
            new DialectArithmetic(SqlStdOperatorTable.MULTIPLY),
            new DialectArithmetic(SqlStdOperatorTable.DIVIDE));

    private final SqlBinaryOperator calcite;

    private DialectArithmetic(SqlBinaryOperator calcite) {
        super(
                calcite.getName(),
                calcite.getKind(),
                calcite.getLeftPrec() / 2,
                true,
                calcite::inferReturnType,
                (binding, result, types) -> parameters(calcite.getKind(), binding, types),
                calcite.getOperandTypeChecker());
        this.calcite = calcite;
    }

    /** A call of one of these instead of one of Calcite's; null for a call of any other operator. */
    static @Nullable SqlNode instead(SqlCall call) {
        for (SqlOperator own : ALL) {
            if (((DialectArithmetic) own).calcite.equals(call.getOperator())) {
                return own.createCall(call.getParserPosition(), call.getOperandList());
            }
        }
        return null;
    }

    /** What converts calls; those of all other operators as Calcite does. */
    static SqlRexConvertletTable convertlets() {
        return call -> call.getOperator() instanceof DialectArithmetic operator
                ? operator::converted
                : StandardConvertletTable.INSTANCE.get(call);
    }

    /** The types that parameters have for the operand of which the type is known. */
    private static void parameters(SqlKind kind, SqlCallBinding binding, RelDataType[] types) {
        RelDataTypeFactory factory = binding.getTypeFactory();
        RelDataType unknown = binding.getValidator().getUnknownType();
        RelDataType known = unknown;
        for (SqlNode operand : binding.operands()) {
            RelDataType type = binding.getValidator().deriveType(binding.getScope(), operand);
            if (!type.equals(unknown)) {
                known = type;
            }
        }
        RelDataType wanted = known;
        if (known.getSqlTypeName() == SqlTypeName.DATE) {
            wanted = factory.createSqlType(SqlTypeName.INTEGER);
        } else if (isMoment(known)) {
            wanted = kind == SqlKind.PLUS ? ScalarFunctions.interval(factory) : known;
        } else if (SqlTypeUtil.isInterval(known)) {
            wanted = kind == SqlKind.PLUS || kind == SqlKind.MINUS
                    ? moment(factory, false)
                    : factory.createSqlType(SqlTypeName.DOUBLE);
        }
        Arrays.fill(types, wanted);
    }

    private static boolean isMoment(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.TIMESTAMP
                || type.getSqlTypeName() == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE;
    }

    private static boolean isDay(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.DATE;
    }

    private static boolean isDayOrMoment(RelDataType type) {
        return isDay(type) || isMoment(type);
    }

    /** A whole number, also one that is NULL. */
    private static boolean isWhole(RelDataType type) {
        boolean fraction = type.getSqlTypeName() == SqlTypeName.DECIMAL && type.getScale() != 0;
        return type.getSqlTypeName() == SqlTypeName.NULL || (SqlTypeUtil.isExactNumeric(type) && !fraction);
    }

    private static RelDataType moment(RelDataTypeFactory types, boolean zoned) {
        return types.createSqlType(
                zoned ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE : SqlTypeName.TIMESTAMP,
                ReportTypeSystem.MILLISECONDS);
    }

    /** Whether a day with such an interval stays a day. */
    private static boolean isOfDays(RelDataType interval) {
        return SqlTypeName.YEAR_INTERVAL_TYPES.contains(interval.getSqlTypeName())
                || interval.getSqlTypeName() == SqlTypeName.INTERVAL_DAY;
    }

    /** The type of a result, null where Calcite knows it. */
    private @Nullable RelDataType type(SqlOperatorBinding binding) {
        if (binding.getOperandCount() != 2) {
            return null;
        }
        RelDataType left = binding.getOperandType(0);
        RelDataType right = binding.getOperandType(1);
        RelDataTypeFactory types = binding.getTypeFactory();
        RelDataType type =
                switch (getKind()) {
                    case PLUS -> isDayOrMoment(right) ? sum(right, left, types) : sum(left, right, types);
                    case MINUS ->
                        isDayOrMoment(left) && isDayOrMoment(right)
                                ? isDay(left) && isDay(right)
                                        ? types.createSqlType(SqlTypeName.INTEGER)
                                        : ScalarFunctions.interval(types)
                                : sum(left, right, types);
                    case TIMES ->
                        SqlTypeUtil.isInterval(right) ? scaled(right, left, types) : scaled(left, right, types);
                    default ->
                        SqlTypeUtil.isInterval(left) && SqlTypeUtil.isNumeric(right)
                                ? ScalarFunctions.interval(types)
                                : null;
                };
        return type == null ? null : types.createTypeWithNullability(type, left.isNullable() || right.isNullable());
    }

    private static @Nullable RelDataType sum(RelDataType of, RelDataType by, RelDataTypeFactory types) {
        if (isDay(of) && isWhole(by)) {
            return types.createSqlType(SqlTypeName.DATE);
        }
        if (isDayOrMoment(of) && SqlTypeUtil.isInterval(by)) {
            return isDay(of) && isOfDays(by)
                    ? types.createSqlType(SqlTypeName.DATE)
                    : moment(types, of.getSqlTypeName() == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE);
        }
        if (isMoment(of) && by.getSqlTypeName() == SqlTypeName.NULL) {
            return of;
        }
        boolean intervals = SqlTypeUtil.isInterval(of) && SqlTypeUtil.isInterval(by);
        boolean unlike = intervals
                && (isGeneral(of)
                        || isGeneral(by)
                        || of.getSqlTypeName().getFamily()
                                != by.getSqlTypeName().getFamily());
        return unlike ? ScalarFunctions.interval(types) : null;
    }

    private static boolean isGeneral(RelDataType interval) {
        return interval.getSqlTypeName() == SqlTypeName.INTERVAL_DAY_SECOND;
    }

    private static @Nullable RelDataType scaled(RelDataType interval, RelDataType by, RelDataTypeFactory types) {
        boolean fraction =
                SqlTypeUtil.isInterval(interval) && SqlTypeUtil.isNumeric(by) && (!isWhole(by) || isGeneral(interval));
        return fraction ? ScalarFunctions.interval(types) : null;
    }

    @Override
    public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
        if (binding.getOperandCount() == 2) {
            readTexts(binding);
        }
        return type(binding) != null || super.checkOperandTypes(binding, throwOnFailure);
    }

    /** A text beside a day or a moment is one, too; added to a moment it is an interval. */
    private void readTexts(SqlCallBinding binding) {
        for (int i = 0; i < 2; i++) {
            RelDataType text = binding.getOperandType(i);
            RelDataType other = binding.getOperandType(1 - i);
            if (!SqlTypeUtil.isCharacter(text) || !isDayOrMoment(other)) {
                continue;
            }
            SqlNode operand = binding.operand(i);
            SqlParserPos at = operand.getParserPosition();
            if (getKind() == SqlKind.MINUS) {
                binding.getCall()
                        .setOperand(
                                i,
                                DialectFunctions.cast(
                                        operand, isDay(other) ? SqlTypeName.DATE : SqlTypeName.TIMESTAMP, at));
            } else if (getKind() == SqlKind.PLUS && isMoment(other)) {
                binding.getCall()
                        .setOperand(i, ScalarFunctions.named("INTERVAL_OF").createCall(at, operand));
            }
        }
    }

    @Override
    public SqlMonotonicity getMonotonicity(SqlOperatorBinding call) {
        return SqlMonotonicity.NOT_MONOTONIC;
    }

    @Override
    public RelDataType inferReturnType(SqlOperatorBinding binding) {
        RelDataType type = type(binding);
        return type == null ? super.inferReturnType(binding) : type;
    }

    private RexNode converted(SqlRexContext context, SqlCall call) {
        RelDataType type = context.getValidator().getValidatedNodeType(call);
        List<RexNode> operands = new ArrayList<>();
        for (SqlNode operand : call.getOperandList()) {
            operands.add(context.convertExpression(operand));
        }
        RexBuilder rex = context.getRexBuilder();
        RelDataType left = operands.get(0).getType();
        RelDataType right = operands.get(1).getType();
        boolean sum = getKind() == SqlKind.PLUS || getKind() == SqlKind.MINUS;
        if (sum && isDayOrMoment(left) && isDayOrMoment(right)) {
            return rex.makeCall(
                    call.getParserPosition(),
                    type,
                    isDay(left) && isDay(right)
                            ? ScalarFunctions.named("DAYS_BETWEEN")
                            : SqlStdOperatorTable.MINUS_DATE,
                    operands);
        }
        if (sum && (isDayOrMoment(left) || isDayOrMoment(right))) {
            int of = isDayOrMoment(left) ? 0 : 1;
            return moved(rex, type, operands.get(of), operands.get(1 - of));
        }
        if (SqlTypeUtil.isInterval(type)) {
            return rex.makeCall(call.getParserPosition(), type, calcite, operands);
        }
        SqlNode plain = calcite.createCall(call.getParserPosition(), call.getOperandList());
        context.getValidator().setValidatedNodeType(plain, type);
        return StandardConvertletTable.INSTANCE.convertCall(context, (SqlCall) plain);
    }

    /** A day or moment later or earlier; a number counts days. */
    private RexNode moved(RexBuilder rex, RelDataType type, RexNode of, RexNode by) {
        RexNode interval = by;
        if (!SqlTypeUtil.isInterval(by.getType())) {
            SqlIntervalQualifier day = new SqlIntervalQualifier(TimeUnit.DAY, null, SqlParserPos.ZERO);
            RexNode one = rex.makeIntervalLiteral(BigDecimal.valueOf(DateTimeUtils.MILLIS_PER_DAY), day);
            RelDataType days = rex.getTypeFactory()
                    .createTypeWithNullability(
                            rex.getTypeFactory().createSqlIntervalType(day),
                            by.getType().isNullable());
            interval = rex.makeCall(days, SqlStdOperatorTable.MULTIPLY, List.of(by, one));
        }
        return rex.makeCall(
                type,
                getKind() == SqlKind.PLUS ? SqlStdOperatorTable.DATETIME_PLUS : SqlStdOperatorTable.MINUS_DATE,
                List.of(of, interval));
    }
}
