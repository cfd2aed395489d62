package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Quoted;
import java.math.RoundingMode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's types, except that a mean of whole numbers has a fraction and a sum has room, as people expect of figures,
 * and that texts of different lengths put together are not padded with blanks.
 */
final class ReportTypeSystem extends RelDataTypeSystemImpl {
    static final ReportTypeSystem INSTANCE = new ReportTypeSystem();

    /** Digits of a second that moments have. */
    static final int MILLISECONDS = 3;

    /** As many digits as PostgreSQL lets a type declare. */
    static final int DECIMAL_DIGITS = 1000;

    /** Of a type that takes decimals with any number of places. */
    private static final int ANY_SCALE = 500;

    private ReportTypeSystem() {}

    @Override
    public int getMaxPrecision(SqlTypeName typeName) {
        return typeName == SqlTypeName.DECIMAL ? DECIMAL_DIGITS : super.getMaxPrecision(typeName);
    }

    @Override
    public int getMaxScale(SqlTypeName typeName) {
        return typeName == SqlTypeName.DECIMAL ? ANY_SCALE : super.getMaxScale(typeName);
    }

    @Override
    public RoundingMode roundingMode() {
        return RoundingMode.HALF_UP;
    }

    /** The type of decimals with any number of places: PostgreSQL's NUMERIC. */
    static RelDataType anyDecimal(RelDataTypeFactory typeFactory) {
        return typeFactory.createSqlType(SqlTypeName.DECIMAL, DECIMAL_DIGITS, ANY_SCALE);
    }

    static boolean isAnyDecimal(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.DECIMAL && type.getScale() == ANY_SCALE;
    }

    static SqlDataTypeSpec anyDecimal(SqlParserPos at) {
        return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, DECIMAL_DIGITS, ANY_SCALE, at), at);
    }

    @Override
    public @Nullable RelDataType deriveDecimalDivideType(
            RelDataTypeFactory typeFactory, RelDataType type1, RelDataType type2) {
        return super.deriveDecimalDivideType(typeFactory, type1, type2) == null
                ? null
                : typeFactory.createTypeWithNullability(
                        anyDecimal(typeFactory), type1.isNullable() || type2.isNullable());
    }

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

    /**
     * Any number of days may be said as an interval, not only 99; a TIMESTAMP has milliseconds unless it says less. Calcite asks
     * for that of CHAR where two long texts are put together.
     */
    @Override
    public int getDefaultPrecision(SqlTypeName typeName) {
        return switch (typeName) {
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> MILLISECONDS;
            case CHAR -> Quoted.LONGEST;
            default ->
                SqlTypeName.INTERVAL_TYPES.contains(typeName)
                        ? getMaxPrecision(typeName)
                        : super.getDefaultPrecision(typeName);
        };
    }
}
