package io.github.paradigmreporting.jdbc.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;

/** Calcite's types, with texts of every script: Calcite's own charset is Latin-1, which refuses a literal such as '€'. */
final class ReportTypeFactory extends JavaTypeFactoryImpl {
    ReportTypeFactory() {
        super(ReportTypeSystem.INSTANCE);
    }

    @Override
    public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
    }
}
