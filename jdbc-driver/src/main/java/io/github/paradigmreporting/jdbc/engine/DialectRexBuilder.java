package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ScalarFunctions;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Calcite's expressions, except that some casts of literals are left to be computed as those of any value are: to fewer
 * digits of a second, which rounds, and to decimals with any number of places, which adds none. Casts that cut texts stay.
 */
final class DialectRexBuilder extends RexBuilder {
    private final Stop stop;

    DialectRexBuilder(RelDataTypeFactory types, Stop stop) {
        super(types);
        this.stop = stop;
    }

    /** No branch of CASE is a value cast to NOT NULL, see {@link #withNulls}. */
    @Override
    public RexNode makeCall(SqlParserPos pos, RelDataType type, SqlOperator operator, List<RexNode> operands) {
        stop.check();
        return super.makeCall(
                pos,
                type,
                operator,
                operator.kind == SqlKind.CASE
                        ? operands.stream().map(DialectRexBuilder::withNulls).toList()
                        : operands);
    }

    @Override
    public RexNode makeCall(SqlParserPos pos, SqlOperator operator, List<? extends RexNode> operands) {
        stop.check();
        return super.makeCall(pos, operator, operands);
    }

    @Override
    public RelDataType deriveReturnType(SqlOperator operator, List<? extends RexNode> operands) {
        stop.check();
        return super.deriveReturnType(operator, operands);
    }

    /** Calcite takes a text of any length for shorter than one of a few characters, and would leave out such a cast. */
    private static boolean isCut(RelDataType from, RelDataType to) {
        return SqlTypeUtil.isCharacter(from)
                && from.getPrecision() < 0
                && SqlTypeUtil.isCharacter(to)
                && to.getPrecision() >= 0;
    }

    @Override
    public RexNode makeCast(
            SqlParserPos pos,
            RelDataType type,
            RexNode exp,
            boolean matchNullability,
            boolean safe,
            RexLiteral format) {
        if (isCut(exp.getType(), type) && !(exp instanceof RexLiteral)) {
            RelDataType cut = matchNullability
                    ? type
                    : getTypeFactory()
                            .createTypeWithNullability(type, exp.getType().isNullable());
            return makeCall(pos, cut, ScalarFunctions.named("CUT"), List.of(exp));
        }
        boolean fewerDigits = type.getSqlTypeName() == SqlTypeName.TIMESTAMP
                && exp.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
                && type.getPrecision() < exp.getType().getPrecision();
        return exp instanceof RexLiteral literal
                        && !literal.isNull()
                        && (fewerDigits || ReportTypeSystem.isAnyDecimal(type))
                ? makeAbstractCast(pos, type, exp, safe, format)
                : super.makeCast(pos, type, exp, matchNullability, safe, format);
    }

    /**
     * A value without casts whose only effect is that its type has no NULL. Calcite makes COALESCE of such casts, each in a
     * branch where the value is not NULL; its simplifier then leaves the condition of the branch out, and keeps the type.
     */
    private static RexNode withNulls(RexNode branch) {
        RexNode value = branch;
        while (value.isA(SqlKind.CAST)) {
            RexNode operand = ((RexCall) value).getOperands().get(0);
            if (!SqlTypeUtil.equalSansNullability(value.getType(), operand.getType())) {
                return value;
            }
            value = operand;
        }
        return value;
    }
}
