package io.github.paradigmreporting.jdbc;

import java.sql.Types;

/** Which types SQL casts to which. */
final class Conversions {
    private Conversions() {}

    private enum Family {
        TEXT,
        NUMBER,
        TRUTH,
        DATE,
        TIME,
        TIMESTAMP,
        NONE
    }

    static boolean supported(int from, int to) {
        Family source = family(from);
        Family target = family(to);
        if (source == Family.NONE || target == Family.NONE) {
            return false;
        }
        if (source == target || source == Family.TEXT || target == Family.TEXT) {
            return true;
        }
        return switch (source) {
            case DATE, TIME -> target == Family.TIMESTAMP;
            case TIMESTAMP -> target == Family.DATE || target == Family.TIME;
            default -> false;
        };
    }

    private static Family family(int type) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> Family.TEXT;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.DECIMAL,
                    Types.NUMERIC -> Family.NUMBER;
            case Types.BOOLEAN, Types.BIT -> Family.TRUTH;
            case Types.DATE -> Family.DATE;
            case Types.TIME -> Family.TIME;
            case Types.TIMESTAMP -> Family.TIMESTAMP;
            default -> Family.NONE;
        };
    }
}
