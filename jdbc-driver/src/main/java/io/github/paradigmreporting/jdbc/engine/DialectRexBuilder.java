package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Calcite's expressions, except that some casts of literals are left to be computed as those of any value are: to fewer
 * digits of a second, which rounds, and to decimals with any number of places, which adds none.
 */
final class DialectRexBuilder extends RexBuilder {
    DialectRexBuilder(RelDataTypeFactory types) {
        super(types);
    }

    @Override
    public RexNode makeCast(
            SqlParserPos pos,
            RelDataType type,
            RexNode exp,
            boolean matchNullability,
            boolean safe,
            RexLiteral format) {
        boolean fewerDigits = type.getSqlTypeName() == SqlTypeName.TIMESTAMP
                && exp.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
                && type.getPrecision() < exp.getType().getPrecision();
        return exp instanceof RexLiteral literal
                        && !literal.isNull()
                        && (fewerDigits || ReportTypeSystem.isAnyDecimal(type))
                ? makeAbstractCast(pos, type, exp, safe, format)
                : super.makeCast(pos, type, exp, matchNullability, safe, format);
    }
}
