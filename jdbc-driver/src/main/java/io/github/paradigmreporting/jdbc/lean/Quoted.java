package io.github.paradigmreporting.jdbc.lean;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Literals in quotes, which are of the type that their place wants: {@code LPAD(x, '3')}. */
public final class Quoted {
    /** Length of the type of a parameter that is given a text: as much as Calcite allows. */
    public static final int LONGEST = 65536;

    private Quoted() {}

    /**
     * Whether a type is that of a literal in quotes.
     *
     * @param type of an operand
     * @return false for texts of columns and functions
     */
    public static boolean is(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.CHAR;
    }

    /**
     * Has a literal be read as a value of another type, unless that is a text, too.
     *
     * @param binding a call
     * @param index number of an operand
     * @param wanted the type of its place
     */
    public static void read(SqlCallBinding binding, int index, RelDataType wanted) {
        boolean other = !SqlTypeUtil.isCharacter(wanted)
                && (SqlTypeUtil.isNumeric(wanted) || SqlTypeUtil.isDatetime(wanted) || SqlTypeUtil.isBoolean(wanted));
        if (other && is(binding.getOperandType(index))) {
            SqlCall call = binding.getCall();
            SqlNode read = cast(call.operand(index), wanted);
            call.setOperand(index, read);
            binding.getValidator().deriveType(binding.getScope(), read);
        }
    }

    /**
     * A literal as a value of another type; a decimal keeps all its places.
     *
     * @param literal the literal
     * @param wanted the type
     * @return a CAST
     */
    public static SqlNode cast(SqlNode literal, RelDataType wanted) {
        SqlParserPos at = literal.getParserPosition();
        SqlBasicTypeNameSpec name = wanted.getSqlTypeName() == SqlTypeName.DECIMAL
                ? new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, Numbers.UNBOUNDED_DIGITS, Numbers.UNBOUNDED_SCALE, at)
                : new SqlBasicTypeNameSpec(wanted.getSqlTypeName(), at);
        return SqlStdOperatorTable.CAST.createCall(at, literal, new SqlDataTypeSpec(name, at));
    }
}
