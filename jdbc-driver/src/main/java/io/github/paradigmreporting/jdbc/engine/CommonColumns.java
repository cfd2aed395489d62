package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the joins of one SELECT have in common by USING or NATURAL, each with the column of a table that an
 * unqualified name means, as PostgreSQL has it: of an inner or left join the left one, of a right join the right one, of a
 * full join the first that is not null. Calcite knows them in the SELECT list only, and there as COALESCE, through which no
 * condition on days is seen.
 */
final class CommonColumns extends SqlShuttle {
    private final SqlValidatorImpl validator;
    private final Map<String, SqlNode> meanings = new LinkedHashMap<>();

    private CommonColumns(SqlValidatorImpl validator) {
        this.validator = validator;
    }

    /** Writes the qualified columns into a SELECT, in place; sub-queries are left to their own SELECT. */
    static void qualify(SqlSelect select, SqlValidatorImpl validator) {
        if (!(select.getFrom() instanceof SqlJoin join)) {
            return;
        }
        CommonColumns common = new CommonColumns(validator);
        common.collect(join);
        if (!common.meanings.isEmpty()) {
            common.qualify(select);
        }
    }

    private void collect(SqlJoin join) {
        if (join.getLeft() instanceof SqlJoin left) {
            collect(left);
        }
        if (join.getRight() instanceof SqlJoin right) {
            collect(right);
        }
        List<String> names = validator.usingNames(join);
        if (names != null) {
            for (String name : names) {
                SqlNode meaning = meaning(join, name);
                if (meaning != null) {
                    meanings.put(key(name), meaning);
                }
            }
        }
    }

    private @Nullable SqlNode meaning(SqlJoin join, String name) {
        SqlNode left = side(join.getLeft(), name);
        SqlNode right = side(join.getRight(), name);
        if (left == null || right == null) {
            return null;
        }
        return switch (join.getJoinType()) {
            case RIGHT -> right;
            case FULL -> SqlStdOperatorTable.COALESCE.createCall(SqlParserPos.ZERO, left, right);
            default -> left;
        };
    }

    /** What a name means in one side of a join; null when Calcite had better say what is wrong. */
    private @Nullable SqlNode side(SqlNode from, String name) {
        if (from instanceof SqlJoin join) {
            SqlNode known = meanings.get(key(name));
            SqlNode left = has(join.getLeft(), name) ? side(join.getLeft(), name) : null;
            SqlNode right = has(join.getRight(), name) ? side(join.getRight(), name) : null;
            return left != null && right != null ? known : left == null ? right : left;
        }
        String alias = SqlValidatorUtil.alias(from);
        return alias == null ? null : new SqlIdentifier(List.of(alias, name), SqlParserPos.ZERO);
    }

    private boolean has(SqlNode from, String name) {
        if (from instanceof SqlJoin join) {
            return has(join.getLeft(), name) || has(join.getRight(), name);
        }
        return Objects.requireNonNull(validator.getNamespace(from)).getRowType().getFieldNames().stream()
                .anyMatch(field -> field.equalsIgnoreCase(name));
    }

    private void qualify(SqlSelect select) {
        SqlNodeList items = select.getSelectList();
        for (int i = 0; i < items.size(); i++) {
            SqlNode item = items.get(i);
            SqlNode seen = Objects.requireNonNull(item.accept(this));
            boolean nameless = item instanceof SqlIdentifier && !(seen instanceof SqlIdentifier);
            items.set(i, nameless ? SqlStdOperatorTable.AS.createCall(item.getParserPosition(), seen, item) : seen);
        }
        select.setWhere(seen(select.getWhere()));
        select.setHaving(seen(select.getHaving()));
        each(select.getGroup(), Set.of());
        // ORDER BY means a column of the answer before one of a table.
        each(select.getOrderList(), labels(items));
    }

    private @Nullable SqlNode seen(@Nullable SqlNode node) {
        return node == null ? null : node.accept(this);
    }

    private void each(@Nullable SqlNodeList nodes, Set<String> labels) {
        for (int i = 0; nodes != null && i < nodes.size(); i++) {
            SqlNode node = nodes.get(i);
            SqlNode plain = node;
            while (plain instanceof SqlCall call
                    && Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST)
                            .contains(call.getKind())) {
                plain = call.operand(0);
            }
            if (!(plain instanceof SqlIdentifier id && id.isSimple() && labels.contains(key(id.getSimple())))) {
                nodes.set(i, Objects.requireNonNull(node.accept(this)));
            }
        }
    }

    private static Set<String> labels(SqlNodeList items) {
        Set<String> labels = new HashSet<>();
        for (SqlNode item : items) {
            String label = SqlValidatorUtil.alias(item);
            if (label != null) {
                labels.add(key(label));
            }
        }
        return labels;
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier id) {
        SqlNode meaning = id.isSimple() ? meanings.get(key(id.getSimple())) : null;
        if (meaning instanceof SqlIdentifier column) {
            // The user's spelling and place, for labels and errors.
            return new SqlIdentifier(List.of(column.names.get(0), id.getSimple()), id.getParserPosition());
        }
        return meaning == null ? id : meaning.clone(id.getParserPosition());
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        if (call.isA(SqlKind.QUERY)) {
            return call;
        }
        if (call.getKind() == SqlKind.AS) {
            List<SqlNode> operands = new ArrayList<>(call.getOperandList());
            operands.set(0, Objects.requireNonNull(operands.get(0).accept(this)));
            return call.getOperator().createCall(call.getParserPosition(), operands);
        }
        return super.visit(call);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
