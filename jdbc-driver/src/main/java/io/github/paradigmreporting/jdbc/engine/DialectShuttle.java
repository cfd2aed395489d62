package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWindow;
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
            Map.entry("TIMESTAMPTZ", SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE));

    private static final Pattern PLAIN_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern PLAIN_MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d ([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?");

    private final List<@Nullable ParameterType> parameters;

    /** A shuttle for a statement whose parameters are of certain types, as far as those are given. */
    DialectShuttle(List<@Nullable ParameterType> parameters) {
        this.parameters = parameters;
    }

    @Override
    public @Nullable SqlNode visit(SqlDynamicParam parameter) {
        int index = parameter.getIndex();
        ParameterType type = index < parameters.size() ? parameters.get(index) : null;
        SqlParserPos at = parameter.getParserPosition();
        if (type == null) {
            return super.visit(parameter);
        }
        return switch (type) {
            case BOOLEAN -> DialectFunctions.cast(parameter, SqlTypeName.BOOLEAN, at);
            case INTEGER -> DialectFunctions.cast(parameter, SqlTypeName.INTEGER, at);
            case BIGINT -> DialectFunctions.cast(parameter, SqlTypeName.BIGINT, at);
            case DECIMAL -> SqlStdOperatorTable.CAST.createCall(at, parameter, ReportTypeSystem.anyDecimal(at));
            case DOUBLE -> DialectFunctions.cast(parameter, SqlTypeName.DOUBLE, at);
            case TEXT -> DialectFunctions.own("QUOTED", at, DialectFunctions.cast(parameter, SqlTypeName.VARCHAR, at));
            case NULL -> SqlLiteral.createNull(at);
            case DATE -> DialectFunctions.cast(parameter, SqlTypeName.DATE, at);
            case TIME -> DialectFunctions.cast(parameter, SqlTypeName.TIME, at);
            case TIMESTAMP -> DialectFunctions.cast(parameter, SqlTypeName.TIMESTAMP, at);
        };
    }

    /** How many rows are wanted is a whole number, whatever a parameter is given. */
    private SqlNode limited(SqlOrderBy order) {
        return new SqlOrderBy(
                order.getParserPosition(),
                Objects.requireNonNull(order.query.accept(this)),
                (SqlNodeList) Objects.requireNonNull(order.orderList.accept(this)),
                count(order.offset),
                count(order.fetch));
    }

    private @Nullable SqlNode count(@Nullable SqlNode node) {
        return node == null || node instanceof SqlDynamicParam ? node : node.accept(this);
    }

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
            return ReportTypeSystem.anyDecimal(at);
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
        if (call instanceof SqlOrderBy order) {
            return limited(order);
        }
        SqlNode visited = super.visit(call);
        if (!(visited instanceof SqlCall seen)) {
            return visited;
        }
        SqlOperator operator = seen.getOperator();
        SqlParserPos at = seen.getParserPosition();
        SqlOperator gathering = Aggregates.gathering(operator.getName().toUpperCase(Locale.ROOT));
        if (gathering != null) {
            return gathered(gathering, seen, at);
        }
        if (operator instanceof SqlUnresolvedFunction || operator.equals(SqlLibraryOperators.DATE_TRUNC)) {
            String name = operator.getName().toUpperCase(Locale.ROOT);
            SqlNode known = DialectFunctions.rewritten(name, seen.getOperandList(), at);
            return known == null && DialectFunctions.isOwn(name)
                    ? DialectFunctions.own(name, at, seen.getOperandList().toArray(new SqlNode[0]))
                    : known == null ? seen : known;
        }
        if (seen instanceof SqlWindow window) {
            return WindowGroups.counted(window);
        }
        if (operator.equals(SqlStdOperatorTable.WITHIN_GROUP)) {
            return percentile(seen, at);
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

    /** Days and moments in other forms than Calcite's: {@code TIMESTAMP '2026-01-01T10:11:12Z'}. */
    @Override
    public @Nullable SqlNode visit(SqlLiteral literal) {
        if (!(literal instanceof SqlUnknownLiteral unknown)) {
            return super.visit(literal);
        }
        String text = unknown.getValueAs(String.class);
        SqlTypeName type = SqlTypeName.get(unknown.tag);
        Pattern form = type == SqlTypeName.DATE ? PLAIN_DAY : type == SqlTypeName.TIMESTAMP ? PLAIN_MOMENT : null;
        boolean other = type == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE
                || (form != null && !(form.matcher(text).matches() && exists(text)));
        SqlParserPos at = literal.getParserPosition();
        if (other) {
            return DialectFunctions.cast(SqlLiteral.createCharString(text, at), type, at);
        }
        // Resolved at once, since one that is resolved is not equal to the same that is not yet: in GROUP BY, say.
        return form == null ? super.visit(literal) : unknown.resolve(type);
    }

    private static boolean exists(String day) {
        try {
            LocalDate.parse(day.substring(0, 10));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
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

    /** {@code STRING_AGG(x, ',' ORDER BY y)}, whose order stands in WITHIN GROUP for Calcite's other aggregates. */
    private static SqlNode gathered(SqlOperator own, SqlCall call, SqlParserPos at) {
        List<SqlNode> operands = new ArrayList<>(call.getOperandList());
        boolean ordered = !operands.isEmpty() && operands.get(operands.size() - 1) instanceof SqlNodeList;
        SqlNode order = ordered ? operands.remove(operands.size() - 1) : SqlNodeList.EMPTY;
        SqlCall gathered = own.createCall(call.getFunctionQuantifier(), at, operands);
        return ordered ? SqlStdOperatorTable.WITHIN_GROUP.createCall(at, gathered, order) : gathered;
    }

    /** Percentiles, which have one order, by aggregates that take any share. */
    private static SqlNode percentile(SqlCall call, SqlParserPos at) {
        SqlCall aggregate = call.operand(0);
        SqlOperator own =
                switch (aggregate.getKind()) {
                    case PERCENTILE_CONT -> Aggregates.PERCENTILE_CONT;
                    case PERCENTILE_DISC -> Aggregates.PERCENTILE_DISC;
                    default -> null;
                };
        return own == null || call.<SqlNodeList>operand(1).size() != 1
                ? call
                : SqlStdOperatorTable.WITHIN_GROUP.createCall(
                        at, own.createCall(at, aggregate.getOperandList()), call.operand(1));
    }
}
