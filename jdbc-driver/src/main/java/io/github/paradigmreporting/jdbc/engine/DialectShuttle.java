package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * From the functions and types of other databases to Calcite's: of a parsed statement, before it is validated. What it
 * does not know it leaves to Calcite.
 */
final class DialectShuttle extends SqlShuttle {
    private static final Map<String, SqlTypeName> TYPES = Map.ofEntries(
            Map.entry("TEXT", SqlTypeName.VARCHAR),
            Map.entry("STRING", SqlTypeName.VARCHAR),
            Map.entry("NVARCHAR", SqlTypeName.VARCHAR),
            Map.entry("BPCHAR", SqlTypeName.VARCHAR),
            Map.entry("INT2", SqlTypeName.SMALLINT),
            Map.entry("INT4", SqlTypeName.INTEGER),
            Map.entry("INT8", SqlTypeName.BIGINT),
            Map.entry("LONG", SqlTypeName.BIGINT),
            Map.entry("SIGNED", SqlTypeName.BIGINT),
            Map.entry("UNSIGNED", SqlTypeName.BIGINT),
            Map.entry("FLOAT4", SqlTypeName.REAL),
            Map.entry("FLOAT8", SqlTypeName.DOUBLE),
            Map.entry("FLOAT64", SqlTypeName.DOUBLE),
            Map.entry("INT64", SqlTypeName.BIGINT),
            Map.entry("BOOL", SqlTypeName.BOOLEAN),
            Map.entry("DATETIME", SqlTypeName.TIMESTAMP),
            Map.entry("TIMESTAMPTZ", SqlTypeName.TIMESTAMP));

    @Override
    public @Nullable SqlNode visit(SqlDataTypeSpec type) {
        SqlIdentifier name = type.getTypeName();
        SqlParserPos at = type.getParserPosition();
        SqlTypeName known = name.isSimple() ? TYPES.get(name.getSimple().toUpperCase(Locale.ROOT)) : null;
        // Other databases do not cut a text to one character.
        boolean bare = type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec basic && basic.getPrecision() < 0;
        boolean anyLength = bare && name.getSimple().equalsIgnoreCase("CHAR");
        // Nor do they, but for MySQL, cut the fraction off a number: CAST(x AS NUMERIC).
        boolean anyScale = bare
                && Set.of("DECIMAL", "NUMERIC", "DEC").contains(name.getSimple().toUpperCase(Locale.ROOT));
        if (anyScale) {
            return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.DOUBLE, at), at);
        }
        if (known == null && !anyLength) {
            return super.visit(type);
        }
        return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(known == null ? SqlTypeName.VARCHAR : known, at), at);
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        if (call.getKind() == SqlKind.AS) {
            return renamed(call);
        }
        SqlNode visited = super.visit(call);
        if (!(visited instanceof SqlCall seen)) {
            return visited;
        }
        SqlOperator operator = seen.getOperator();
        SqlParserPos at = seen.getParserPosition();
        if (operator instanceof SqlUnresolvedFunction || operator.equals(SqlLibraryOperators.DATE_TRUNC)) {
            String name = operator.getName().toUpperCase(Locale.ROOT);
            SqlNode known = DialectFunctions.rewritten(name, seen.getOperandList(), at);
            return known == null ? seen : known;
        }
        if (operator.equals(SqlStdOperatorTable.WITHIN_GROUP)) {
            return percentile(seen, at);
        }
        if ((operator.equals(SqlStdOperatorTable.PLUS) || operator.equals(SqlStdOperatorTable.MINUS))
                && seen.operandCount() == 2) {
            SqlNode known = DialectDates.arithmetic(
                    seen.operand(0), seen.operand(1), operator.equals(SqlStdOperatorTable.PLUS), at);
            return known == null ? seen : known;
        }
        SqlNode known = DialectOperators.rewritten(seen, at);
        return known == null ? seen : known;
    }

    /** A new name is a name, whatever else it may mean. */
    private SqlNode renamed(SqlCall call) {
        List<SqlNode> operands = new ArrayList<>(call.getOperandList());
        operands.set(0, Objects.requireNonNull(operands.get(0).accept(this)));
        return call.getOperator().createCall(call.getParserPosition(), operands);
    }

    /** What the session is, which Calcite knows the names of only. */
    @Override
    public @Nullable SqlNode visit(SqlIdentifier id) {
        if (!id.isSimple() || id.isComponentQuoted(0)) {
            return super.visit(id);
        }
        return switch (id.getSimple().toUpperCase(Locale.ROOT)) {
            case "CURRENT_SCHEMA" -> SqlLiteral.createCharString(SqlTables.SCHEMA, id.getParserPosition());
            case "CURRENT_USER", "SESSION_USER", "SYSTEM_USER", "USER", "CURRENT_CATALOG" ->
                SqlLiteral.createCharString("", id.getParserPosition());
            default -> super.visit(id);
        };
    }

    /** Percentiles by aggregates that take any share. */
    private static SqlNode percentile(SqlCall call, SqlParserPos at) {
        SqlCall aggregate = call.operand(0);
        SqlOperator own =
                switch (aggregate.getKind()) {
                    case PERCENTILE_CONT -> Aggregates.PERCENTILE_CONT;
                    case PERCENTILE_DISC -> Aggregates.PERCENTILE_DISC;
                    default -> null;
                };
        return own == null
                ? call
                : SqlStdOperatorTable.WITHIN_GROUP.createCall(
                        at, own.createCall(at, aggregate.getOperandList()), call.operand(1));
    }
}
