package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Calcite's types, except that a mean of whole numbers has a fraction and a sum has room, as people expect of figures,
 * and that texts of different lengths put together are not padded with blanks.
 */
final class ReportTypeSystem extends RelDataTypeSystemImpl {
    static final ReportTypeSystem INSTANCE = new ReportTypeSystem();

    private ReportTypeSystem() {}

    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory typeFactory, RelDataType argumentType) {
        return SqlTypeUtil.isExactNumeric(argumentType)
                ? as(typeFactory, typeFactory.createSqlType(SqlTypeName.DOUBLE), argumentType)
                : super.deriveAvgAggType(typeFactory, argumentType);
    }

    /** Of whole numbers, too, covariances and sums of squares have fractions, and are larger than the numbers. */
    @Override
    public RelDataType deriveCovarType(RelDataTypeFactory typeFactory, RelDataType arg0Type, RelDataType arg1Type) {
        return typeFactory.createTypeWithNullability(
                typeFactory.createSqlType(SqlTypeName.DOUBLE), arg0Type.isNullable() || arg1Type.isNullable());
    }

    @Override
    public RelDataType deriveSumType(RelDataTypeFactory typeFactory, RelDataType argumentType) {
        return switch (argumentType.getSqlTypeName()) {
            case TINYINT, SMALLINT, INTEGER ->
                as(typeFactory, typeFactory.createSqlType(SqlTypeName.BIGINT), argumentType);
            case REAL -> as(typeFactory, typeFactory.createSqlType(SqlTypeName.DOUBLE), argumentType);
            case DECIMAL ->
                as(
                        typeFactory,
                        typeFactory.createSqlType(
                                SqlTypeName.DECIMAL, getMaxPrecision(SqlTypeName.DECIMAL), argumentType.getScale()),
                        argumentType);
            default -> super.deriveSumType(typeFactory, argumentType);
        };
    }

    private static RelDataType as(RelDataTypeFactory typeFactory, RelDataType type, RelDataType argumentType) {
        return typeFactory.createTypeWithNullability(type, argumentType.isNullable());
    }

    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
        return true;
    }

    /** Any number of days may be said as an interval, not only 99. */
    @Override
    public int getDefaultPrecision(SqlTypeName typeName) {
        return SqlTypeName.INTERVAL_TYPES.contains(typeName)
                ? getMaxPrecision(typeName)
                : super.getDefaultPrecision(typeName);
    }
}
