package io.github.paradigmreporting.jdbc.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A query that is validated, with the types of its parameters.
 *
 * @param query the query
 * @param validator knows the types
 * @param written the columns as they are written
 * @param untyped numbers of the parameters that nothing tells the type of
 * @param explained whether its plan is what is wanted
 * @param detailed whether what it reads is wanted, too
 */
record Valid(
        SqlNode query,
        DialectValidator validator,
        List<ColumnNames.Written> written,
        Set<Integer> untyped,
        boolean explained,
        boolean detailed) {
    /**
     * The query of a text. Where the type of a parameter is needed before it is known, as in {@code COALESCE(?, x)}, the
     * parameter is a text.
     */
    static Valid of(String sql, List<@Nullable ParameterType> types, SqlFront front)
            throws SqlParseException, SQLException {
        SqlNode parsed = SqlFront.parse(sql, types);
        DialectValidator validator = front.validator();
        try {
            return of(parsed, validator, validator.untyped());
        } catch (CalciteContextException | UnsupportedOperationException e) {
            Set<Integer> untyped = parameters(SqlFront.parse(sql));
            untyped.removeAll(validator.typed());
            untyped.removeIf(index -> index < types.size() && types.get(index) != null);
            Valid valid = untyped.isEmpty() ? null : guessed(sql, types, front, untyped);
            if (valid == null) {
                throw e;
            }
            return valid;
        }
    }

    /** The query with the same type for all parameters that nothing tells the type of; null when none will do. */
    private static @Nullable Valid guessed(
            String sql, List<@Nullable ParameterType> types, SqlFront front, Set<Integer> untyped)
            throws SqlParseException, SQLException {
        for (ParameterType guess : List.of(ParameterType.TEXT, ParameterType.BIGINT)) {
            List<@Nullable ParameterType> guesses = new ArrayList<>(types);
            for (int index : untyped) {
                while (guesses.size() <= index) {
                    guesses.add(null);
                }
                guesses.set(index, guess);
            }
            try {
                return of(SqlFront.parse(sql, guesses), front.validator(), untyped);
            } catch (CalciteContextException | UnsupportedOperationException e) {
                // The next, or the first error.
            }
        }
        return null;
    }

    private static Valid of(SqlNode parsed, DialectValidator validator, Set<Integer> untyped) throws SQLException {
        SqlNode query = parsed instanceof SqlExplain explain ? explain.getExplicandum() : parsed;
        if (!query.isA(SqlKind.QUERY)) {
            throw SqlStates.of(
                    SqlStates.READ_ONLY,
                    "the driver only reads: " + query.getKind().sql + " is not possible; use SELECT");
        }
        List<ColumnNames.Written> written = ColumnNames.written(query);
        boolean detailed =
                parsed instanceof SqlExplain explain && explain.getDetailLevel() == SqlExplainLevel.ALL_ATTRIBUTES;
        boolean explained = parsed instanceof SqlExplain;
        return new Valid(validator.validate(query), validator, written, untyped, explained, detailed);
    }

    /**
     * The parameters by number; a statement that is rewritten may have one more than once.
     *
     * @param atLeast how many there are, when some may have become literals
     */
    RelDataType parameters(RelDataTypeFactory types, int atLeast) {
        SortedMap<Integer, RelDataType> found = new TreeMap<>();
        query.accept(new SqlBasicVisitor<Void>() {
            @Override
            public @Nullable Void visit(SqlDynamicParam parameter) {
                RelDataType type = validator.getValidatedNodeTypeIfKnown(parameter);
                if (type != null) {
                    found.putIfAbsent(parameter.getIndex(), type);
                }
                return null;
            }
        });
        RelDataTypeFactory.Builder row = types.builder();
        int count = Math.max(atLeast, found.isEmpty() ? 0 : found.lastKey() + 1);
        for (int i = 0; i < count; i++) {
            RelDataType type = found.get(i);
            row.add("?" + i, type == null ? types.createSqlType(SqlTypeName.VARCHAR) : type);
        }
        return row.build();
    }

    /** Numbers of the parameters of a statement. */
    static Set<Integer> parameters(SqlNode parsed) {
        Set<Integer> found = new HashSet<>();
        parsed.accept(new SqlBasicVisitor<Void>() {
            @Override
            public @Nullable Void visit(SqlDynamicParam parameter) {
                found.add(parameter.getIndex());
                return null;
            }
        });
        return found;
    }
}
