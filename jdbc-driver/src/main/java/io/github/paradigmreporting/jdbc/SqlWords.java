package io.github.paradigmreporting.jdbc;

/** Words of SQL that tools complete and quote by. Each of the functions is run by a test. */
final class SqlWords {
    /** Reserved words that are not SQL:2003's. */
    static final String KEYWORDS = "CURRENT_CATALOG,CURRENT_SCHEMA,LIMIT,OFFSET";

    static final String NUMERIC = "ABS,ACOS,ASIN,ATAN,ATAN2,CEILING,COS,COT,DEGREES,EXP,FLOOR,LOG,LOG10,MOD,PI,POWER,"
            + "RADIANS,RAND,ROUND,SIGN,SIN,SQRT,TAN,TRUNCATE";

    static final String STRING = "ASCII,CHAR,CONCAT,DIFFERENCE,INSERT,LCASE,LEFT,LENGTH,LOCATE,LTRIM,REPEAT,REPLACE,"
            + "RIGHT,RTRIM,SOUNDEX,SPACE,SUBSTRING,UCASE";

    static final String TIME_DATE =
            "CURDATE,CURTIME,DAYNAME,DAYOFMONTH,DAYOFWEEK,DAYOFYEAR,HOUR,MINUTE,MONTH,MONTHNAME,"
                    + "NOW,QUARTER,SECOND,TIMESTAMPADD,TIMESTAMPDIFF,WEEK,YEAR";

    static final String SYSTEM = "IFNULL";

    private SqlWords() {}
}
