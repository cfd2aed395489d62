package io.github.paradigmreporting.jdbc.lean;

import java.util.Arrays;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlOperandTypeInference;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A function that the validator knows by its types, and that closures compute. Immutable. */
public final class ScalarFunction extends SqlFunction {
    /** How a call is computed. */
    @FunctionalInterface
    interface Body {
        /**
         * The closure of a call.
         *
         * @param call the call, for its types
         * @param operands closures of its operands
         */
        Expression of(RexCall call, List<Expression> operands);
    }

    private final Body body;

    ScalarFunction(
            String name,
            SqlReturnTypeInference result,
            SqlOperandTypeInference parameters,
            SqlOperandTypeChecker operands,
            Body body) {
        super(name, SqlKind.OTHER_FUNCTION, result, parameters, operands, SqlFunctionCategory.SYSTEM);
        this.body = body;
    }

    @Override
    public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
        RelDataType[] wanted = new RelDataType[binding.getOperandCount()];
        Arrays.fill(wanted, binding.getTypeFactory().createUnknownType());
        getOperandTypeInference()
                .inferOperandTypes(binding, binding.getTypeFactory().createUnknownType(), wanted);
        for (int i = 0; i < wanted.length; i++) {
            Quoted.read(binding, i, wanted[i]);
        }
        return super.checkOperandTypes(binding, throwOnFailure);
    }

    Expression compile(RexCall call, List<Expression> operands) {
        return body.of(call, operands);
    }

    /**
     * Operands of families; those after the first few may be left out. Calcite's checker of families looks at no operand of a
     * call that has fewer than all.
     */
    static SqlOperandTypeChecker families(List<SqlTypeFamily> families, int atLeast) {
        return new Families(families, atLeast);
    }

    private record Families(List<SqlTypeFamily> families, int atLeast) implements SqlOperandTypeChecker {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
            return OperandTypes.family(families.subList(0, binding.getOperandCount()))
                    .checkOperandTypes(binding, throwOnFailure);
        }

        @Override
        public SqlOperandCountRange getOperandCountRange() {
            return SqlOperandCountRanges.between(atLeast, families.size());
        }

        @Override
        public String getAllowedSignatures(SqlOperator operator, String name) {
            return OperandTypes.family(families).getAllowedSignatures(operator, name);
        }
    }

    /** A type, nullable as an operand is; the result of a function that gives NULL for a NULL. */
    static SqlReturnTypeInference of(SqlTypeName type) {
        return binding -> nullable(binding, binding.getTypeFactory().createSqlType(type));
    }

    static RelDataType nullable(SqlOperatorBinding binding, RelDataType type) {
        boolean nullable = binding.collectOperandTypes().stream().anyMatch(RelDataType::isNullable);
        return binding.getTypeFactory().createTypeWithNullability(type, nullable);
    }

    /** The types of parameters that stand for operands; the last for all that follow. */
    static SqlOperandTypeInference parameters(@Nullable SqlTypeName... types) {
        return (binding, result, operands) -> {
            RelDataTypeFactory factory = binding.getTypeFactory();
            for (int i = 0; i < operands.length; i++) {
                SqlTypeName type = types[Math.min(i, types.length - 1)];
                if (type != null) {
                    operands[i] = factory.createTypeWithNullability(factory.createSqlType(type), true);
                }
            }
        };
    }
}
