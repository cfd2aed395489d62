package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.validate.SqlValidatorCatalogReader;
import org.apache.calcite.sql.validate.SqlValidatorImpl;

/** Calcite's validator, which finds names where PostgreSQL finds them. */
final class DialectValidator extends SqlValidatorImpl {
    DialectValidator(
            SqlOperatorTable operators, SqlValidatorCatalogReader reader, RelDataTypeFactory types, Config config) {
        super(operators, reader, types, config);
    }

    @Override
    protected void validateSelect(SqlSelect select, RelDataType targetRowType) {
        CommonColumns.qualify(select, this);
        InputColumns.qualify(select, this);
        super.validateSelect(select, targetRowType);
    }
}
