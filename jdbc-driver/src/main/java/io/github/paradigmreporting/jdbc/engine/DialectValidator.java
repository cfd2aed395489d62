package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.AggregatingSelectScope;
import org.apache.calcite.sql.validate.SqlValidatorCatalogReader;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.util.Static;
import org.jspecify.annotations.Nullable;

/** Calcite's validator, which finds names where PostgreSQL finds them. */
final class DialectValidator extends SqlValidatorImpl {
    private final Set<Integer> typed = new HashSet<>();
    private final Set<Integer> untyped = new HashSet<>();

    private final Stop stop;

    DialectValidator(
            SqlOperatorTable operators,
            SqlValidatorCatalogReader reader,
            RelDataTypeFactory types,
            Stop stop,
            Config config) {
        super(operators, reader, types, config);
        this.stop = stop;
    }

    /** Numbers of the parameters whose type the statement does not determine. */
    Set<Integer> untyped() {
        return untyped;
    }

    /** Numbers of the parameters of which the type is known. */
    Set<Integer> typed() {
        return typed;
    }

    /** {@code NULLIF(x, y)} has the type that {@code x} and {@code y} have in common; Calcite gives it that of {@code x}. */
    @Override
    protected @Nullable SqlNode performUnconditionalRewrites(@Nullable SqlNode node, boolean underFrom) {
        SqlNode rewritten = super.performUnconditionalRewrites(node, underFrom);
        if (!(node instanceof SqlCall call) || !call.getOperator().equals(SqlStdOperatorTable.NULLIF)) {
            return rewritten;
        }
        SqlParserPos at = call.getParserPosition();
        SqlNode value = call.operand(0);
        SqlNode other = call.operand(1);
        return new SqlCase(
                at,
                null,
                SqlNodeList.of(
                        DialectFunctions.call(SqlStdOperatorTable.EQUALS, at, value, other),
                        SqlLiteral.createBoolean(false, at)),
                SqlNodeList.of(SqlLiteral.createNull(at), PostgresForms.copy(other)),
                value);
    }

    /** A parameter that may be anything is a text until it has a value. */
    @Override
    protected void inferUnknownTypes(RelDataType inferred, SqlValidatorScope scope, SqlNode node) {
        if (node instanceof SqlDynamicParam parameter) {
            boolean known = !inferred.equals(getUnknownType()) && inferred.getSqlTypeName() != SqlTypeName.NULL;
            (known ? typed : untyped).add(parameter.getIndex());
            super.inferUnknownTypes(
                    known ? whole(inferred) : getTypeFactory().createSqlType(SqlTypeName.VARCHAR), scope, node);
            return;
        }
        super.inferUnknownTypes(inferred, scope, node);
    }

    /** A parameter holds any value of its kind: CAST(? AS VARCHAR(3)) is given a text of any length, and cuts it. */
    private RelDataType whole(RelDataType inferred) {
        RelDataType whole =
                switch (inferred.getSqlTypeName()) {
                    case CHAR, VARCHAR -> getTypeFactory().createSqlType(SqlTypeName.VARCHAR);
                    case DECIMAL -> ReportTypeSystem.anyDecimal(getTypeFactory());
                    case TIMESTAMP -> getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP);
                    default -> inferred;
                };
        return getTypeFactory().createTypeWithNullability(whole, inferred.isNullable());
    }

    /** A literal in quotes is of the type that the other rows have in its column: {@code VALUES (1), ('2')}. */
    @Override
    protected void validateValues(SqlCall values, RelDataType targetRowType, SqlValidatorScope scope) {
        List<SqlNode> rows = values.getOperandList();
        int columns = rows.get(0) instanceof SqlCall first ? first.operandCount() : 0;
        boolean table = rows.stream().allMatch(row -> row instanceof SqlCall call && call.operandCount() == columns);
        for (int i = 0; table && i < columns; i++) {
            readColumn(rows, i, scope);
        }
        super.validateValues(values, targetRowType, scope);
    }

    private void readColumn(List<SqlNode> rows, int column, SqlValidatorScope scope) {
        List<RelDataType> types = new ArrayList<>();
        for (SqlNode row : rows) {
            types.add(deriveType(scope, ((SqlCall) row).operand(column)));
        }
        List<RelDataType> others = types.stream()
                .filter(type -> !Quoted.is(type)
                        && type.getSqlTypeName() != SqlTypeName.NULL
                        && type.getSqlTypeName() != SqlTypeName.UNKNOWN)
                .toList();
        RelDataType wanted = others.isEmpty() || others.stream().anyMatch(SqlTypeUtil::isCharacter)
                ? null
                : getTypeFactory().leastRestrictive(others);
        for (int i = 0; wanted != null && i < types.size(); i++) {
            if (Quoted.is(types.get(i))) {
                SqlCall row = (SqlCall) rows.get(i);
                row.setOperand(column, Quoted.cast(row.operand(column), wanted));
                setValidatedNodeType(
                        row,
                        deriveType(scope, row.getOperator().createCall(row.getParserPosition(), row.getOperandList())));
            }
        }
    }

    @Override
    public RelDataType deriveType(SqlValidatorScope scope, SqlNode node) {
        stop.check();
        if (node instanceof SqlCall call && !DialectTable.isOffered(call.getOperator())) {
            throw newValidationError(
                    node,
                    Static.RESOURCE.validatorUnknownFunction(call.getOperator().getName()));
        }
        boolean ordered =
                node.getKind() == SqlKind.FILTER && ((SqlCall) node).operand(0).getKind() == SqlKind.WITHIN_GROUP;
        if (ordered && getValidatedNodeTypeIfKnown(node) == null) {
            return ofOrdered(scope, (SqlCall) node);
        }
        if (node instanceof SqlCall call
                && (call.getKind() == SqlKind.IN
                        || call.getKind() == SqlKind.NOT_IN
                        || call.getOperator() instanceof SqlQuantifyOperator)
                && call.operand(0) instanceof SqlDynamicParam parameter
                && call.operand(1).isA(SqlKind.QUERY)) {
            // What is looked for in a sub-query is of the type of its column.
            inferUnknownTypes(
                    deriveType(scope, call.operand(1)).getFieldList().get(0).getType(), scope, parameter);
        }
        if (node.getKind() == SqlKind.CAST
                && ((SqlCall) node).operand(1) instanceof SqlDataTypeSpec type
                && Set.of("VARCHAR", "CHAR").contains(type.getTypeName().toString())
                && deriveType(scope, ((SqlCall) node).operand(0)).getSqlTypeName() == SqlTypeName.ARRAY) {
            SqlCall cast = (SqlCall) node;
            cast.setOperand(0, DialectFunctions.own("ARRAY_TEXT", cast.getParserPosition(), cast.<SqlNode>operand(0)));
        }
        RelDataType type = super.deriveType(scope, node);
        boolean key = scope instanceof AggregatingSelectScope && node instanceof SqlCall && type.isNullable();
        return key ? ofKey((AggregatingSelectScope) scope, node, type) : type;
    }

    /** The type of an aggregate of values in an order, with FILTER: Calcite asks the bare aggregate for it. */
    private RelDataType ofOrdered(SqlValidatorScope scope, SqlCall filter) {
        SqlCall ordered = filter.operand(0);
        ordered.<SqlNodeList>operand(1).forEach(key -> deriveType(scope, key));
        // There may be no row that passes.
        RelDataType type = getTypeFactory().createTypeWithNullability(deriveType(scope, ordered), true);
        setValidatedNodeType(filter, type);
        setValidatedNodeType(ordered, type);
        setValidatedNodeType(ordered.operand(0), type);
        return type;
    }

    /** The type of what may be a key: an expression over columns that are no keys of some set is one of all sets itself. */
    private RelDataType ofKey(AggregatingSelectScope groups, SqlNode node, RelDataType type) {
        AggregatingSelectScope.Resolved resolved = groups.resolved.get();
        int key = resolved.groupSets.size() > 1 ? resolved.lookupGroupingExpr(node) : -1;
        if (key < 0 || resolved.isNullable(key)) {
            return type;
        }
        RelDataType own = super.deriveType(groups.getParent(), PostgresForms.copy(node));
        setValidatedNodeType(node, own);
        return own;
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
