package io.github.paradigmreporting.jdbc.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidatorCatalogReader;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Calcite's validator, which finds names where PostgreSQL finds them. */
final class DialectValidator extends SqlValidatorImpl {
    private final Set<Integer> typed = new HashSet<>();
    private final Set<Integer> untyped = new HashSet<>();

    DialectValidator(
            SqlOperatorTable operators, SqlValidatorCatalogReader reader, RelDataTypeFactory types, Config config) {
        super(operators, reader, types, config);
    }

    /** Numbers of the parameters whose type the statement does not determine. */
    Set<Integer> untyped() {
        return untyped;
    }

    /** Numbers of the parameters of which the type is known. */
    Set<Integer> typed() {
        return typed;
    }

    /** A parameter that may be anything is a text until it has a value. */
    @Override
    protected void inferUnknownTypes(RelDataType inferred, SqlValidatorScope scope, SqlNode node) {
        if (node instanceof SqlDynamicParam parameter) {
            boolean known = !inferred.equals(getUnknownType()) && inferred.getSqlTypeName() != SqlTypeName.NULL;
            (known ? typed : untyped).add(parameter.getIndex());
            super.inferUnknownTypes(
                    known ? inferred : getTypeFactory().createSqlType(SqlTypeName.VARCHAR), scope, node);
            return;
        }
        super.inferUnknownTypes(inferred, scope, node);
    }

    @Override
    protected void validateSelect(SqlSelect select, RelDataType targetRowType) {
        CommonColumns.qualify(select, this);
        InputColumns.qualify(select, this);
        super.validateSelect(select, targetRowType);
    }

    /** A window that refines a named one keeps its own frame; Calcite takes the named one's, which has none. */
    @Override
    public SqlWindow resolveWindow(SqlNode windowOrRef, SqlValidatorScope scope) {
        SqlWindow resolved = super.resolveWindow(windowOrRef, scope);
        SqlWindow own = windowOrRef instanceof SqlIdentifier name
                ? scope.lookupWindow(name.getSimple())
                : (SqlWindow) windowOrRef;
        if (own == null || own.getRefName() == null) {
            return resolved;
        }
        return new SqlWindow(
                own.getParserPosition(),
                null,
                null,
                resolved.getPartitionList(),
                resolved.getOrderList(),
                SqlLiteral.createBoolean(own.isRows(), SqlParserPos.ZERO),
                own.getLowerBound(),
                own.getUpperBound(),
                SqlLiteral.createBoolean(own.isAllowPartial(), SqlParserPos.ZERO),
                own.getExclude());
    }
}
