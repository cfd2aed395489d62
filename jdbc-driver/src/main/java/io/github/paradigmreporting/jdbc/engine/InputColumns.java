package io.github.paradigmreporting.jdbc.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/**
 * Names in GROUP BY, in HAVING and within expressions of ORDER BY that could be a column of FROM or one of the answer: they
 * mean the one of FROM, as in PostgreSQL and the standard. Calcite takes them for the answer's.
 */
final class InputColumns extends SqlShuttle {
    private final SqlValidatorScope scope;
    private final Set<String> answered;

    private InputColumns(SqlValidatorScope scope, Set<String> answered) {
        this.scope = scope;
        this.answered = answered;
    }

    /** Writes such names with their tables', in place. */
    static void qualify(SqlSelect select, SqlValidatorImpl validator) {
        if (select.getFrom() == null
                || (select.getGroup() == null && select.getHaving() == null && select.getOrderList() == null)) {
            return;
        }
        Set<String> answered = new HashSet<>();
        for (SqlNode item : select.getSelectList()) {
            if (item.getKind() == SqlKind.AS) {
                answered.add(key(((SqlIdentifier) ((SqlCall) item).operand(1)).getSimple()));
            }
        }
        if (answered.isEmpty()) {
            return;
        }
        InputColumns columns = new InputColumns(Objects.requireNonNull(validator.getWhereScope(select)), answered);
        SqlNodeList group = select.getGroup();
        if (group != null) {
            group.replaceAll(item -> Objects.requireNonNull(item.accept(columns)));
        }
        SqlNode having = select.getHaving();
        if (having != null) {
            select.setHaving(having.accept(columns));
        }
        SqlNodeList order = select.getOrderList();
        if (order != null) {
            order.replaceAll(columns::key);
        }
    }

    /** A key of ORDER BY: a name alone is a column of the answer. */
    private SqlNode key(SqlNode key) {
        if (key instanceof SqlCall call
                && (call.getKind() == SqlKind.DESCENDING
                        || call.getKind() == SqlKind.NULLS_FIRST
                        || call.getKind() == SqlKind.NULLS_LAST)) {
            return call.getOperator().createCall(call.getParserPosition(), key(call.operand(0)));
        }
        return key instanceof SqlIdentifier ? key : Objects.requireNonNull(key.accept(this));
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        return call.isA(SqlKind.QUERY) ? call : super.visit(call);
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier id) {
        if (!id.isSimple() || !answered.contains(key(id.getSimple()))) {
            return id;
        }
        Set<String> tables = scope.findQualifyingTableNames(
                        id.getSimple(),
                        id,
                        scope.getValidator().getCatalogReader().nameMatcher())
                .keySet();
        return tables.size() != 1
                ? id
                : new SqlIdentifier(List.of(tables.iterator().next(), id.getSimple()), id.getParserPosition());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
