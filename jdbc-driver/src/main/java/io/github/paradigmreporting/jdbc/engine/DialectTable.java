package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ScalarFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlRankFunction;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The driver's own functions and operators, and Calcite's where the driver has none of the name. Left out are those that hand a
 * text to a parser of another language (XML, JSON), build objects by the names of classes, change something, or take time by
 * the square of a text.
 */
final class DialectTable implements SqlOperatorTable {
    private static final Pattern LEFT_OUT =
            Pattern.compile("XML.*|EXTRACTVALUE|EXISTSNODE|(.* )?JSON.*|(NEGATED )?POSIX"
                    + " REGEX.*|NEW|CALL|TRANSLATE3|(NEXT|CURRENT)_VALUE");

    private final SqlOperatorTable own;
    private final SqlOperatorTable calcite;

    DialectTable(SqlOperatorTable calcite) {
        List<SqlOperator> operators = new ArrayList<>(ScalarFunctions.all());
        operators.addAll(DialectArithmetic.ALL);
        operators.add(new Neighbour(SqlKind.LAG));
        operators.add(new Neighbour(SqlKind.LEAD));
        // Without an order all rows are equal; Calcite's own want one.
        operators.add(new SqlRankFunction(SqlKind.RANK, ReturnTypes.RANK, false));
        operators.add(new SqlRankFunction(SqlKind.DENSE_RANK, ReturnTypes.RANK, false));
        operators.add(new SqlRankFunction(SqlKind.PERCENT_RANK, ReturnTypes.FRACTIONAL_RANK, false));
        operators.add(new SqlRankFunction(SqlKind.CUME_DIST, ReturnTypes.FRACTIONAL_RANK, false));
        this.own = SqlOperatorTables.of(operators);
        this.calcite = calcite;
    }

    /** Whether statements may use an operator, also one that the parser itself makes without looking it up here. */
    static boolean isOffered(SqlOperator operator) {
        // Of XML, too, under the name of the function of dates.
        return !operator.equals(SqlLibraryOperators.EXTRACT_XML)
                && !LEFT_OUT.matcher(operator.getName().toUpperCase(Locale.ROOT))
                        .matches();
    }

    @Override
    public void lookupOperatorOverloads(
            SqlIdentifier name,
            @Nullable SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> found,
            SqlNameMatcher matcher) {
        int before = found.size();
        own.lookupOperatorOverloads(name, category, syntax, found, matcher);
        if (found.size() == before) {
            calcite.lookupOperatorOverloads(name, category, syntax, found, matcher);
            found.removeIf(operator -> !isOffered(operator));
        }
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        List<SqlOperator> all = new ArrayList<>(own.getOperatorList());
        calcite.getOperatorList().stream().filter(DialectTable::isOffered).forEach(all::add);
        return all;
    }
}
