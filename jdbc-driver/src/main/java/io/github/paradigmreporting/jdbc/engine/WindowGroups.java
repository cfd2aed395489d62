package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.dialect.SqlText;
import io.github.paradigmreporting.jdbc.lean.Lean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * GROUPS frames. The parser knows no such word, so that they come from it as ROWS frames whose last sort key is a mark, and
 * go on as ROWS frames whose offsets are by {@link Lean#GROUP_OFFSET} too large.
 */
final class WindowGroups {
    private WindowGroups() {}

    /** The window without the mark, if it has it. */
    static SqlNode counted(SqlWindow window) {
        List<SqlNode> keys = window.getOrderList();
        boolean marked = !keys.isEmpty()
                && keys.get(keys.size() - 1) instanceof SqlCharStringLiteral text
                && SqlText.GROUPS.equals(text.getValueAs(String.class));
        if (!marked) {
            return window;
        }
        if (keys.size() == 1 && window.getRefName() == null) {
            throw new UnsupportedOperationException("a GROUPS frame needs ORDER BY in its window");
        }
        SqlNode lower = shifted(window.getLowerBound());
        SqlNode upper = shifted(window.getUpperBound());
        boolean offsets = lower != window.getLowerBound() || upper != window.getUpperBound();
        // Without offsets, a frame of groups is one of RANGE.
        return new SqlWindow(
                window.getParserPosition(),
                window.getDeclName(),
                window.getRefName(),
                window.getPartitionList(),
                new SqlNodeList(keys.subList(0, keys.size() - 1), SqlParserPos.ZERO),
                SqlLiteral.createBoolean(offsets, SqlParserPos.ZERO),
                lower,
                upper,
                SqlLiteral.createBoolean(window.isAllowPartial(), SqlParserPos.ZERO),
                window.getExclude());
    }

    private static @Nullable SqlNode shifted(@Nullable SqlNode bound) {
        boolean offset = bound instanceof SqlCall call
                && (call.getKind() == SqlKind.PRECEDING || call.getKind() == SqlKind.FOLLOWING);
        if (!offset) {
            return bound;
        }
        SqlCall call = (SqlCall) Objects.requireNonNull(bound);
        if (!(call.operand(0) instanceof SqlLiteral number)) {
            throw new UnsupportedOperationException("the offset of a GROUPS frame must be a number");
        }
        BigDecimal more = Objects.requireNonNull(number.bigDecimalValue()).add(BigDecimal.valueOf(Lean.GROUP_OFFSET));
        return call.getOperator()
                .createCall(
                        call.getParserPosition(),
                        SqlLiteral.createExactNumeric(more.toPlainString(), number.getParserPosition()));
    }
}
