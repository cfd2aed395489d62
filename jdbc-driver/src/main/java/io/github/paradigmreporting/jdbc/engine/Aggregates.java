package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.util.Optionality;
import org.jspecify.annotations.Nullable;

/** Aggregates of PostgreSQL that Calcite lacks or types otherwise. */
final class Aggregates {
    /** Of any share, also a parameter, and between two values; Calcite's takes a literal and gives the values' type. */
    static final SqlBasicAggFunction PERCENTILE_CONT = percentile(
                    SqlKind.PERCENTILE_CONT, ReturnTypes.DOUBLE_FORCE_NULLABLE)
            .withPercentile(true);

    /** Of values of any type, whereas what Calcite calls a percentile is one of numbers. */
    static final SqlBasicAggFunction PERCENTILE_DISC = percentile(
            SqlKind.PERCENTILE_DISC, ReturnTypes.PERCENTILE_DISC_CONT.andThen(SqlTypeTransforms.FORCE_NULLABLE));

    /** The most frequent value; of several the first in the order. */
    static final SqlBasicAggFunction MODE = SqlBasicAggFunction.create(
                    "MODE_OF",
                    SqlKind.MODE,
                    ReturnTypes.ARG0.andThen(SqlTypeTransforms.FORCE_NULLABLE),
                    OperandTypes.ANY)
            .withGroupOrder(Optionality.MANDATORY);

    /** Texts put together: of any length, and NULL where there are none; Calcite's is as long as one of them. */
    static final SqlBasicAggFunction STRING_AGG = gathered(
            "STRING_AGG_OF",
            SqlKind.LISTAGG,
            ReturnTypes.VARCHAR.andThen(SqlTypeTransforms.FORCE_NULLABLE),
            OperandTypes.STRING.or(OperandTypes.STRING_STRING));

    /** Values put together: NULL where there are none, which Calcite takes to be impossible. */
    static final SqlBasicAggFunction ARRAY_AGG = gathered(
            "ARRAY_AGG_OF",
            SqlKind.ARRAY_AGG,
            ReturnTypes.TO_ARRAY.andThen(SqlTypeTransforms.FORCE_NULLABLE),
            OperandTypes.ANY);

    /** NTILE of any number, also a parameter; Calcite's takes a literal only. */
    static final SqlBasicAggFunction NTILE = SqlBasicAggFunction.create(
                    "NTILE_OF", SqlKind.NTILE, ReturnTypes.INTEGER_NULLABLE, OperandTypes.NUMERIC)
            .withOver(true)
            .withAllowsFraming(false);

    private static final List<String> OF_PAIRS =
            List.of("CORR", "REGR_AVGX", "REGR_AVGY", "REGR_SXY", "REGR_SLOPE", "REGR_INTERCEPT", "REGR_R2");

    private Aggregates() {}

    static List<SqlOperator> all() {
        List<SqlOperator> all =
                new ArrayList<>(List.of(PERCENTILE_CONT, PERCENTILE_DISC, MODE, STRING_AGG, ARRAY_AGG, NTILE));
        for (String name : OF_PAIRS) {
            all.add(SqlBasicAggFunction.create(
                    name, SqlKind.OTHER_FUNCTION, ReturnTypes.DOUBLE_FORCE_NULLABLE, OperandTypes.NUMERIC_NUMERIC));
        }
        return all;
    }

    /** The driver's own aggregate for one that puts values together; null for any other. */
    static @Nullable SqlOperator gathering(String name) {
        return switch (name) {
            case "STRING_AGG", "LISTAGG" -> STRING_AGG;
            case "ARRAY_AGG" -> ARRAY_AGG;
            default -> null;
        };
    }

    private static SqlBasicAggFunction gathered(
            String name, SqlKind kind, SqlReturnTypeInference type, SqlOperandTypeChecker operands) {
        return SqlBasicAggFunction.create(name, kind, type, operands).withGroupOrder(Optionality.OPTIONAL);
    }

    private static SqlBasicAggFunction percentile(SqlKind kind, SqlReturnTypeInference type) {
        return SqlBasicAggFunction.create(kind.name() + "_OF", kind, type, OperandTypes.NUMERIC)
                .withGroupOrder(Optionality.MANDATORY);
    }
}
