package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.ColumnType;
import java.util.List;

/** The tables about tables, and about what the driver does; metadata calls do not list them. */
public final class SystemTables {
    /** Schema of the tables about tables. */
    public static final String INFORMATION_SCHEMA = "information_schema";

    /** Schema of the tables about what the driver does. */
    public static final String SYSTEM = "system";

    /** Schemas. */
    public static final SqlTable SCHEMATA = table("schemata", "Schemas, one row each.", text("schema_name", "Name."));

    /** Tables. */
    public static final SqlTable TABLES = table(
            "tables",
            "Tables and views of all schemas, one row each.",
            text("table_schema", "Schema."),
            text("table_name", "Name."),
            text("table_type", "BASE TABLE, VIEW or SYSTEM TABLE."),
            text("remarks", "What a row is."));

    /** Columns. */
    public static final SqlTable COLUMNS = table(
            "columns",
            "Columns of all tables, one row each.",
            text("table_schema", "Schema."),
            text("table_name", "Table."),
            text("column_name", "Name."),
            number("ordinal_position", "Place in the table, from 1."),
            text("data_type", "SQL type."),
            text("is_nullable", "YES or NO."),
            text("remarks", "Meaning, unit and whether it may be summed."));

    /** Views. */
    public static final SqlTable VIEWS = table(
            "views",
            "Views, one row each.",
            text("table_schema", "Schema."),
            text("table_name", "Name."),
            text("view_definition", "The query."));

    /** Columns of keys. */
    public static final SqlTable KEY_COLUMN_USAGE = table(
            "key_column_usage",
            "Columns of primary and foreign keys, one row each.",
            text("constraint_name", "Name of the key."),
            text("table_schema", "Schema."),
            text("table_name", "Table."),
            text("column_name", "Column."),
            number("ordinal_position", "Place in the key, from 1."),
            text("referenced_table_name", "Table that a foreign key refers to."),
            text("referenced_column_name", "Column there."));

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
        return List.of(SCHEMATA, TABLES, COLUMNS, VIEWS, KEY_COLUMN_USAGE);
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
