package io.github.paradigmreporting.jdbc.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCollation;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's types, with texts of every script: Calcite's own charset is Latin-1, which refuses a literal such as '€', and
 * its order of literals is that of UTF-16.
 */
final class ReportTypeFactory extends JavaTypeFactoryImpl {
    ReportTypeFactory() {
        super(ReportTypeSystem.INSTANCE);
    }

    @Override
    public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public RelDataType createTypeWithCharsetAndCollation(RelDataType type, Charset charset, SqlCollation collation) {
        return super.createTypeWithCharsetAndCollation(type, charset, CodePointCollation.instead(collation));
    }

    /** Calcite leaves places out where a common type of decimals would have too many digits; as in PostgreSQL all are kept. */
    @Override
    public @Nullable RelDataType leastRestrictive(List<RelDataType> types, SqlTypeMappingRule mappingRule) {
        RelDataType common = super.leastRestrictive(types, mappingRule);
        boolean rounds = common != null
                && common.getSqlTypeName() == SqlTypeName.DECIMAL
                && types.stream()
                        .anyMatch(type ->
                                type.getSqlTypeName() == SqlTypeName.DECIMAL && type.getScale() > common.getScale());
        return rounds ? createTypeWithNullability(ReportTypeSystem.anyDecimal(this), common.isNullable()) : common;
    }
}
