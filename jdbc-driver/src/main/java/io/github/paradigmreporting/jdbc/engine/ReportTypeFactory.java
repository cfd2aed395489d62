package io.github.paradigmreporting.jdbc.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCollation;

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
}
