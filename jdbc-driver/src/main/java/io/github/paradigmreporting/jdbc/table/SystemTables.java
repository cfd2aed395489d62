package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** The tables about tables, and about what the driver does. */
public final class SystemTables {
    /** Schema of the tables about tables. */
    public static final String INFORMATION_SCHEMA = "information_schema";

    /** Schema of the tables about what the driver does. */
    public static final String SYSTEM = "system";

    private static final SqlColumn NO_CATALOG = text("table_catalog", "Always null: there are no catalogs.");
    private static final SqlColumn CONSTRAINT_CATALOG = text("constraint_catalog", "Always null.");
    private static final SqlColumn CONSTRAINT_SCHEMA = text("constraint_schema", "Schema of the key.");
    private static final SqlColumn CONSTRAINT_NAME = text("constraint_name", "Name of the key.");
    private static final SqlColumn TABLE_SCHEMA = text("table_schema", "Schema.");
    private static final SqlColumn TABLE_NAME = text("table_name", "Table.");

    /** Schemas. */
    public static final SqlTable SCHEMATA = table(
            "schemata",
            "Schemas, one row each.",
            text("catalog_name", "Always null: there are no catalogs."),
            text("schema_name", "Name."));

    /** Tables. */
    public static final SqlTable TABLES = table(
            "tables",
            "Tables and views of all schemas, one row each.",
            NO_CATALOG,
            TABLE_SCHEMA,
            text("table_name", "Name."),
            text("table_type", "BASE TABLE, VIEW or SYSTEM TABLE."),
            text("remarks", "What a row is."));

    /** Columns. */
    public static final SqlTable COLUMNS = table(
            "columns",
            "Columns of all tables, one row each.",
            NO_CATALOG,
            TABLE_SCHEMA,
            TABLE_NAME,
            text("column_name", "Name."),
            number("ordinal_position", "Place in the table, from 1."),
            text("data_type", "SQL type."),
            number("character_maximum_length", "Most characters of a text."),
            number("numeric_precision", "Digits of a number."),
            number("numeric_precision_radix", "Base of the digits."),
            number("numeric_scale", "Digits after the point of a number that has a fixed number of them."),
            number("datetime_precision", "Digits of the fraction of a second."),
            text("is_nullable", "YES or NO."),
            text("remarks", "Meaning, unit and whether it may be summed."));

    /** Views. */
    public static final SqlTable VIEWS = table(
            "views",
            "Views, one row each.",
            NO_CATALOG,
            TABLE_SCHEMA,
            text("table_name", "Name."),
            text("view_definition", "The query."));

    /** Columns of keys. */
    public static final SqlTable KEY_COLUMN_USAGE = table(
            "key_column_usage",
            "Columns of primary and foreign keys, one row each.",
            CONSTRAINT_CATALOG,
            CONSTRAINT_SCHEMA,
            CONSTRAINT_NAME,
            NO_CATALOG,
            TABLE_SCHEMA,
            TABLE_NAME,
            text("column_name", "Column."),
            number("ordinal_position", "Place in the key, from 1."),
            text("referenced_table_name", "Table that a foreign key refers to."),
            text("referenced_column_name", "Column there."));

    /** Keys. */
    public static final SqlTable TABLE_CONSTRAINTS = table(
            "table_constraints",
            "Primary and foreign keys, one row each.",
            CONSTRAINT_CATALOG,
            CONSTRAINT_SCHEMA,
            CONSTRAINT_NAME,
            NO_CATALOG,
            TABLE_SCHEMA,
            TABLE_NAME,
            text("constraint_type", "PRIMARY KEY or FOREIGN KEY."),
            text("is_deferrable", "NO."),
            text("initially_deferred", "NO."));

    /** What foreign keys refer to. */
    public static final SqlTable REFERENTIAL_CONSTRAINTS = table(
            "referential_constraints",
            "Foreign keys, one row each.",
            CONSTRAINT_CATALOG,
            CONSTRAINT_SCHEMA,
            CONSTRAINT_NAME,
            text("unique_constraint_catalog", "Always null."),
            text("unique_constraint_schema", "Schema of the key that it refers to."),
            text("unique_constraint_name", "Name of the key that it refers to."),
            text("match_option", "NONE."),
            text("update_rule", "NO ACTION."),
            text("delete_rule", "NO ACTION."));

    /** What other databases have and tools look for; without rows. */
    private static final List<SqlTable> EMPTY = List.of(
            table(
                    "check_constraints",
                    "Conditions that rows must meet; there are none.",
                    CONSTRAINT_CATALOG,
                    CONSTRAINT_SCHEMA,
                    CONSTRAINT_NAME,
                    text("check_clause", "The condition.")),
            table(
                    "routines",
                    "Functions and procedures of users; there are none.",
                    text("routine_catalog", "Catalog."),
                    text("routine_schema", "Schema."),
                    text("routine_name", "Name."),
                    text("routine_type", "FUNCTION or PROCEDURE."),
                    text("data_type", "SQL type of the result.")),
            table(
                    "sequences",
                    "Sequences; there are none.",
                    text("sequence_catalog", "Catalog."),
                    text("sequence_schema", "Schema."),
                    text("sequence_name", "Name."),
                    text("data_type", "SQL type."),
                    number("numeric_precision", "Digits."),
                    number("numeric_scale", "Digits after the point."),
                    number("start_value", "First number."),
                    number("minimum_value", "Smallest number."),
                    number("maximum_value", "Largest number."),
                    number("increment", "Distance of two numbers."),
                    text("cycle_option", "YES or NO.")),
            table(
                    "triggers",
                    "Triggers; there are none.",
                    text("trigger_catalog", "Catalog."),
                    text("trigger_schema", "Schema."),
                    text("trigger_name", "Name."),
                    text("event_manipulation", "INSERT, UPDATE or DELETE."),
                    text("event_object_catalog", "Catalog of the table."),
                    text("event_object_schema", "Schema of the table."),
                    text("event_object_table", "Table."),
                    text("action_statement", "What is done."),
                    text("action_timing", "BEFORE or AFTER.")));

    /** Days in memory. */
    public static final SqlTable CACHE = table(
            "cache",
            "Days kept in memory for everybody with this address and key, one row per range asked for together.",
            text("report", "Report."),
            number("company_id", "The only company these days hold; null for all."),
            day("first_day", "First day."),
            day("last_day", "Last day."),
            number("row_count", "Rows kept. Unit: count."),
            number("byte_count", "Memory they take, as estimated. Unit: bytes."),
            moment("fetched_at", "When the instance was asked. In UTC."),
            number("is_settled", "1 when the days no longer change, else 0: kept for a short time only."));

    /** Reads of reports. */
    public static final SqlTable REQUESTS = table(
            "requests",
            "What statements read of the reports, one row per range of days, running ones and the last thousand.",
            number("read_id", "Number of the read, ascending."),
            text("report", "Report."),
            day("first_day", "First day asked for."),
            day("last_day", "Last day asked for."),
            text("company_ids", "Companies asked for; null for all."),
            text("status", "running, done, stopped (not read to the end) or failed."),
            text("served_from", "memory, disk, instance, shared (a request of another statement), or several of them."),
            number("request_count", "Requests sent for it. Unit: count."),
            number("days_in_memory", "Days that were in memory. Unit: days."),
            number("days_on_disk", "Days that were in files of storeDirectory. Unit: days."),
            number("days_shared", "Days waited for together with another statement. Unit: days."),
            number("days_requested", "Days asked of the instance. Unit: days."),
            number("row_count", "Rows read so far. Unit: count."),
            number("byte_count", "JSON read from the instance for it, unpacked. Unit: bytes."),
            moment("started_at", "When it began. In UTC."),
            number("duration_ms", "How long it took, or takes so far. Unit: milliseconds."),
            number(
                    "waited_ms",
                    "How much of that its requests were held back: by requestsPerMinute, by Retry-After of the instance, or"
                            + " between two attempts. Unit: milliseconds."),
            text("problem", "Why it failed."));

    private SystemTables() {}

    /**
     * The tables about tables.
     *
     * @return in order
     */
    public static List<SqlTable> informationSchema() {
        List<SqlTable> all = new ArrayList<>(List.of(
                SCHEMATA, TABLES, COLUMNS, VIEWS, KEY_COLUMN_USAGE, TABLE_CONSTRAINTS, REFERENTIAL_CONSTRAINTS));
        all.addAll(EMPTY);
        return List.copyOf(all);
    }

    /**
     * The tables about what the driver does.
     *
     * @return in order
     */
    public static List<SqlTable> system() {
        return List.of(CACHE, REQUESTS);
    }

    private static SqlTable table(String name, String remarks, SqlColumn... columns) {
        return new SqlTable(name, new TableSource.OfDriver(), remarks, List.of(columns), List.of(), List.of());
    }

    private static SqlColumn text(String name, String remarks) {
        return new SqlColumn(name, ColumnType.TEXT, true, remarks);
    }

    private static SqlColumn number(String name, String remarks) {
        return new SqlColumn(name, ColumnType.BIGINT, true, remarks);
    }

    private static SqlColumn day(String name, String remarks) {
        return new SqlColumn(name, ColumnType.DATE, true, remarks);
    }

    private static SqlColumn moment(String name, String remarks) {
        return new SqlColumn(name, ColumnType.TIMESTAMP, true, remarks);
    }
}
