package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Calcite's types, except that a mean of whole numbers has a fraction, as people expect of figures, and that texts of
 * different lengths put together are not padded with blanks.
 */
final class ReportTypeSystem extends RelDataTypeSystemImpl {
    static final ReportTypeSystem INSTANCE = new ReportTypeSystem();

    private ReportTypeSystem() {}

    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory typeFactory, RelDataType argumentType) {
        return SqlTypeUtil.isIntType(argumentType)
                ? typeFactory.createTypeWithNullability(
                        typeFactory.createSqlType(SqlTypeName.DOUBLE), argumentType.isNullable())
                : super.deriveAvgAggType(typeFactory, argumentType);
    }

    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
        return true;
    }
}
