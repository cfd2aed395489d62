package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Quoted;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlLeadLagAggFunction;
import org.apache.calcite.sql.type.SqlTypeName;

/** LAG and LEAD, whose distance and default may be literals in quotes. */
final class Neighbour extends SqlLeadLagAggFunction {
    Neighbour(SqlKind kind) {
        super(kind);
    }

    @Override
    public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
        if (binding.getOperandCount() > 1) {
            Quoted.read(binding, 1, binding.getTypeFactory().createSqlType(SqlTypeName.INTEGER));
        }
        if (binding.getOperandCount() > 2) {
            Quoted.read(binding, 2, binding.getOperandType(0));
        }
        return super.checkOperandTypes(binding, throwOnFailure);
    }
}
