package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.util.Optionality;

/** Aggregates of PostgreSQL that Calcite lacks or types otherwise. */
final class Aggregates {
    /** Of any share, also a parameter, and between two values; Calcite's takes a literal and gives the values' type. */
    static final SqlBasicAggFunction PERCENTILE_CONT =
            percentile(SqlKind.PERCENTILE_CONT, ReturnTypes.DOUBLE_FORCE_NULLABLE);

    static final SqlBasicAggFunction PERCENTILE_DISC = percentile(
            SqlKind.PERCENTILE_DISC, ReturnTypes.PERCENTILE_DISC_CONT.andThen(SqlTypeTransforms.FORCE_NULLABLE));

    /** NTILE of any number, also a parameter; Calcite's takes a literal only. */
    static final SqlBasicAggFunction NTILE = SqlBasicAggFunction.create(
                    "NTILE_OF", SqlKind.NTILE, ReturnTypes.INTEGER_NULLABLE, OperandTypes.NUMERIC)
            .withOver(true)
            .withAllowsFraming(false);

    private static final List<String> OF_PAIRS =
            List.of("CORR", "REGR_AVGX", "REGR_AVGY", "REGR_SXY", "REGR_SLOPE", "REGR_INTERCEPT", "REGR_R2");

    private Aggregates() {}

    static List<SqlOperator> all() {
        List<SqlOperator> all = new ArrayList<>(List.of(PERCENTILE_CONT, PERCENTILE_DISC, NTILE));
        for (String name : OF_PAIRS) {
            all.add(SqlBasicAggFunction.create(
                    name, SqlKind.OTHER_FUNCTION, ReturnTypes.DOUBLE_FORCE_NULLABLE, OperandTypes.NUMERIC_NUMERIC));
        }
        return all;
    }

    private static SqlBasicAggFunction percentile(SqlKind kind, SqlReturnTypeInference type) {
        return SqlBasicAggFunction.create(kind.name() + "_OF", kind, type, OperandTypes.NUMERIC)
                .withGroupOrder(Optionality.MANDATORY)
                .withPercentile(true);
    }
}
