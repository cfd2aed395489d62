package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of the results that {@link java.sql.DatabaseMetaData} describes, as its documentation lists them: a name, a
 * colon and V for text, I for integer, S for short, L for long or B for truth.
 */
final class MetadataColumns {
    static final List<ResultColumn> TABLES = columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V TABLE_TYPE:V REMARKS:V"
            + " TYPE_CAT:V TYPE_SCHEM:V TYPE_NAME:V SELF_REFERENCING_COL_NAME:V REF_GENERATION:V");

    static final List<ResultColumn> COLUMNS = columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V COLUMN_NAME:V DATA_TYPE:I"
            + " TYPE_NAME:V COLUMN_SIZE:I BUFFER_LENGTH:I DECIMAL_DIGITS:I NUM_PREC_RADIX:I NULLABLE:I REMARKS:V"
            + " COLUMN_DEF:V SQL_DATA_TYPE:I SQL_DATETIME_SUB:I CHAR_OCTET_LENGTH:I ORDINAL_POSITION:I IS_NULLABLE:V"
            + " SCOPE_CATALOG:V SCOPE_SCHEMA:V SCOPE_TABLE:V SOURCE_DATA_TYPE:S IS_AUTOINCREMENT:V"
            + " IS_GENERATEDCOLUMN:V");

    static final List<ResultColumn> SCHEMAS = columns("TABLE_SCHEM:V TABLE_CATALOG:V");

    static final List<ResultColumn> CATALOGS = columns("TABLE_CAT:V");

    static final List<ResultColumn> TABLE_TYPES = columns("TABLE_TYPE:V");

    static final List<ResultColumn> PRIMARY_KEYS =
            columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V COLUMN_NAME:V KEY_SEQ:S PK_NAME:V");

    static final List<ResultColumn> FOREIGN_KEYS =
            columns("PKTABLE_CAT:V PKTABLE_SCHEM:V PKTABLE_NAME:V PKCOLUMN_NAME:V"
                    + " FKTABLE_CAT:V FKTABLE_SCHEM:V FKTABLE_NAME:V FKCOLUMN_NAME:V KEY_SEQ:S UPDATE_RULE:S DELETE_RULE:S"
                    + " FK_NAME:V PK_NAME:V DEFERRABILITY:S");

    static final List<ResultColumn> TYPE_INFO = columns("TYPE_NAME:V DATA_TYPE:I PRECISION:I LITERAL_PREFIX:V"
            + " LITERAL_SUFFIX:V CREATE_PARAMS:V NULLABLE:S CASE_SENSITIVE:B SEARCHABLE:S UNSIGNED_ATTRIBUTE:B"
            + " FIXED_PREC_SCALE:B AUTO_INCREMENT:B LOCAL_TYPE_NAME:V MINIMUM_SCALE:S MAXIMUM_SCALE:S SQL_DATA_TYPE:I"
            + " SQL_DATETIME_SUB:I NUM_PREC_RADIX:I");

    static final List<ResultColumn> INDEX_INFO = columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V NON_UNIQUE:B"
            + " INDEX_QUALIFIER:V INDEX_NAME:V TYPE:S ORDINAL_POSITION:S COLUMN_NAME:V ASC_OR_DESC:V CARDINALITY:L"
            + " PAGES:L FILTER_CONDITION:V");

    static final List<ResultColumn> BEST_ROW = columns("SCOPE:S COLUMN_NAME:V DATA_TYPE:I TYPE_NAME:V COLUMN_SIZE:I"
            + " BUFFER_LENGTH:I DECIMAL_DIGITS:S PSEUDO_COLUMN:S");

    static final List<ResultColumn> TABLE_PRIVILEGES =
            columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V GRANTOR:V GRANTEE:V PRIVILEGE:V IS_GRANTABLE:V");

    static final List<ResultColumn> COLUMN_PRIVILEGES = columns(
            "TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V COLUMN_NAME:V GRANTOR:V GRANTEE:V PRIVILEGE:V IS_GRANTABLE:V");

    static final List<ResultColumn> CLIENT_INFO = columns("NAME:V MAX_LEN:I DEFAULT_VALUE:V DESCRIPTION:V");

    static final List<ResultColumn> PROCEDURES =
            columns("PROCEDURE_CAT:V PROCEDURE_SCHEM:V PROCEDURE_NAME:V RESERVED1:V"
                    + " RESERVED2:V RESERVED3:V REMARKS:V PROCEDURE_TYPE:S SPECIFIC_NAME:V");

    static final List<ResultColumn> PROCEDURE_COLUMNS = columns("PROCEDURE_CAT:V PROCEDURE_SCHEM:V PROCEDURE_NAME:V"
            + " COLUMN_NAME:V COLUMN_TYPE:S DATA_TYPE:I TYPE_NAME:V PRECISION:I LENGTH:I SCALE:S RADIX:S NULLABLE:S"
            + " REMARKS:V COLUMN_DEF:V SQL_DATA_TYPE:I SQL_DATETIME_SUB:I CHAR_OCTET_LENGTH:I ORDINAL_POSITION:I"
            + " IS_NULLABLE:V SPECIFIC_NAME:V");

    static final List<ResultColumn> FUNCTIONS =
            columns("FUNCTION_CAT:V FUNCTION_SCHEM:V FUNCTION_NAME:V REMARKS:V FUNCTION_TYPE:S SPECIFIC_NAME:V");

    static final List<ResultColumn> FUNCTION_COLUMNS = columns("FUNCTION_CAT:V FUNCTION_SCHEM:V FUNCTION_NAME:V"
            + " COLUMN_NAME:V COLUMN_TYPE:S DATA_TYPE:I TYPE_NAME:V PRECISION:I LENGTH:I SCALE:S RADIX:S NULLABLE:S"
            + " REMARKS:V CHAR_OCTET_LENGTH:I ORDINAL_POSITION:I IS_NULLABLE:V SPECIFIC_NAME:V");

    static final List<ResultColumn> PSEUDO_COLUMNS = columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V COLUMN_NAME:V"
            + " DATA_TYPE:I COLUMN_SIZE:I DECIMAL_DIGITS:I NUM_PREC_RADIX:I COLUMN_USAGE:V REMARKS:V"
            + " CHAR_OCTET_LENGTH:I IS_NULLABLE:V");

    static final List<ResultColumn> SUPER_TABLES = columns("TABLE_CAT:V TABLE_SCHEM:V TABLE_NAME:V SUPERTABLE_NAME:V");

    static final List<ResultColumn> SUPER_TYPES =
            columns("TYPE_CAT:V TYPE_SCHEM:V TYPE_NAME:V SUPERTYPE_CAT:V SUPERTYPE_SCHEM:V SUPERTYPE_NAME:V");

    static final List<ResultColumn> UDTS =
            columns("TYPE_CAT:V TYPE_SCHEM:V TYPE_NAME:V CLASS_NAME:V DATA_TYPE:I REMARKS:V BASE_TYPE:S");

    static final List<ResultColumn> ATTRIBUTES = columns("TYPE_CAT:V TYPE_SCHEM:V TYPE_NAME:V ATTR_NAME:V DATA_TYPE:I"
            + " ATTR_TYPE_NAME:V ATTR_SIZE:I DECIMAL_DIGITS:I NUM_PREC_RADIX:I NULLABLE:I REMARKS:V ATTR_DEF:V"
            + " SQL_DATA_TYPE:I SQL_DATETIME_SUB:I CHAR_OCTET_LENGTH:I ORDINAL_POSITION:I IS_NULLABLE:V"
            + " SCOPE_CATALOG:V SCOPE_SCHEMA:V SCOPE_TABLE:V SOURCE_DATA_TYPE:S");

    static final List<ResultColumn> GENERATED_KEYS = columns("GENERATED_KEY:V");

    private MetadataColumns() {}

    private static List<ResultColumn> columns(String text) {
        List<ResultColumn> columns = new ArrayList<>();
        for (String column : text.split(" ", -1)) {
            String name = column.substring(0, column.length() - 2);
            columns.add(
                    switch (column.charAt(column.length() - 1)) {
                        case 'V' -> new ResultColumn(name, null, null, Types.VARCHAR, "VARCHAR", 0, 0, true);
                        case 'I' -> new ResultColumn(name, null, null, Types.INTEGER, "INTEGER", 10, 0, true);
                        case 'S' -> new ResultColumn(name, null, null, Types.SMALLINT, "SMALLINT", 5, 0, true);
                        case 'L' -> new ResultColumn(name, null, null, Types.BIGINT, "BIGINT", 19, 0, true);
                        case 'B' -> new ResultColumn(name, null, null, Types.BOOLEAN, "BOOLEAN", 1, 0, true);
                        default -> throw new IllegalArgumentException(column);
                    });
        }
        return List.copyOf(columns);
    }
}
