package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ScalarFunctions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/** The driver's own functions and operators, and Calcite's where the driver has none of the name. */
final class DialectTable implements SqlOperatorTable {
    private final SqlOperatorTable own;
    private final SqlOperatorTable calcite;

    DialectTable(SqlOperatorTable calcite) {
        List<SqlOperator> operators = new ArrayList<>(ScalarFunctions.all());
        operators.addAll(DialectArithmetic.ALL);
        operators.add(new Neighbour(SqlKind.LAG));
        operators.add(new Neighbour(SqlKind.LEAD));
        this.own = SqlOperatorTables.of(operators);
        this.calcite = calcite;
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
        }
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        List<SqlOperator> all = new ArrayList<>(own.getOperatorList());
        all.addAll(calcite.getOperatorList());
        return all;
    }
}
