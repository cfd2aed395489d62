package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlOperator;

/** The functions that are ours and not Calcite's, since PostgreSQL means something else by their names. */
public final class ScalarFunctions {
    private static final List<ScalarFunction> ALL = new ArrayList<>();

    static {
        ALL.addAll(TextFunctions.all());
        ALL.addAll(NumberFunctions.all());
        ALL.addAll(DateFunctions.all());
    }

    private ScalarFunctions() {}

    /**
     * All of them.
     *
     * @return functions for an operator table, by the names that statements call them by
     */
    public static List<SqlOperator> all() {
        return List.copyOf(ALL);
    }

    /**
     * A function.
     *
     * @param name its name
     * @return the function
     */
    public static SqlOperator named(String name) {
        for (ScalarFunction function : ALL) {
            if (function.getName().equals(name)) {
                return function;
            }
        }
        throw new IllegalArgumentException(name + " is no function of the driver's");
    }

    /**
     * The type of intervals that hold months, days and a time.
     *
     * @param types makes it
     * @return the type
     */
    public static RelDataType interval(RelDataTypeFactory types) {
        return DateFunctions.interval(types);
    }
}
