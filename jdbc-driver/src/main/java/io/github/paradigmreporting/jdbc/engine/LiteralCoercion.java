package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Quoted;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A literal in quotes beside values of another type is read as one of them, as in PostgreSQL: {@code COALESCE(date,
 * '2026-01-31')} is a DATE. Calcite makes texts of both.
 */
final class LiteralCoercion extends TypeCoercionImpl {
    LiteralCoercion(RelDataTypeFactory types, SqlValidator validator) {
        super(types, validator);
    }

    @Override
    public @Nullable RelDataType getWiderTypeFor(List<RelDataType> types, boolean stringPromotion) {
        List<RelDataType> others = types.stream()
                .filter(type -> type.getSqlTypeName() != SqlTypeName.CHAR)
                .toList();
        if (others.isEmpty() || others.size() == types.size() || others.stream().anyMatch(SqlTypeUtil::isCharacter)) {
            return super.getWiderTypeFor(types, stringPromotion);
        }
        RelDataType wider = others.size() == 1 ? others.get(0) : super.getWiderTypeFor(others, stringPromotion);
        boolean nullable = types.stream().anyMatch(RelDataType::isNullable);
        if (wider == null) {
            return null;
        }
        // The literal may have more places than the others.
        RelDataType kept = wider.getSqlTypeName() == SqlTypeName.DECIMAL ? ReportTypeSystem.anyDecimal(factory) : wider;
        return factory.createTypeWithNullability(kept, nullable);
    }

    /** The remainder of a whole number and a literal is a whole number, too. */
    @Override
    public boolean builtinFunctionCoercion(
            SqlCallBinding binding, List<RelDataType> operandTypes, List<SqlTypeFamily> expectedFamilies) {
        boolean read = false;
        for (int i = 0; binding.getOperator().getKind() == SqlKind.MOD && i < operandTypes.size(); i++) {
            RelDataType other = operandTypes.get(1 - i);
            if (Quoted.is(operandTypes.get(i)) && SqlTypeUtil.isNumeric(other)) {
                Quoted.read(binding, i, other);
                read = true;
            }
        }
        return read || super.builtinFunctionCoercion(binding, operandTypes, expectedFamilies);
    }
}
