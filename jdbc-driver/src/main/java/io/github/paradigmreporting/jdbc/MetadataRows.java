package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.table.ForeignKey;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.SqlType;
import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of metadata calls, from the tables' descriptions, in the order JDBC asks for. */
final class MetadataRows {
    private final List<InSchema> all;

    /** A table and its schema. */
    private record InSchema(String schema, SqlTable table) {
        String name() {
            return table.name();
        }

        List<SqlColumn> columns() {
            return table.columns();
        }

        List<String> key() {
            return table.key();
        }
    }

    /** The rows about the tables of some schemas. */
    MetadataRows(Map<String, List<SqlTable>> schemas) {
        this.all = schemas.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(table -> new InSchema(entry.getKey(), table)))
                .sorted(Comparator.comparing(InSchema::schema).thenComparing(InSchema::name))
                .toList();
    }

    private List<InSchema> tables(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        if (!NamePattern.noCatalog(catalog)) {
            return List.of();
        }
        NamePattern ofSchema = new NamePattern(schema);
        NamePattern name = new NamePattern(table);
        return all.stream()
                .filter(each -> ofSchema.matches(each.schema()) && name.matches(each.name()))
                .toList();
    }

    List<Object> tables(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, String @Nullable [] types) {
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(catalog, schema, table)) {
            if (types == null || List.of(types).contains(each.table().kind())) {
                SqlTable of = each.table();
                rows.add(row(null, each.schema(), of.name(), of.kind(), of.remarks(), null, null, null, null, null));
            }
        }
        rows.sort(Comparator.comparing(row -> String.valueOf(((Object[]) row)[3])));
        return rows;
    }

    List<Object> columns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column) {
        NamePattern name = new NamePattern(column);
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(catalog, schema, table)) {
            for (int i = 0; i < each.columns().size(); i++) {
                if (name.matches(each.columns().get(i).name())) {
                    rows.add(column(each, each.columns().get(i), i + 1));
                }
            }
        }
        return rows;
    }

    private static Object column(InSchema table, SqlColumn column, int position) {
        SqlType type = SqlType.of(column.type());
        return row(
                null,
                table.schema(),
                table.name(),
                column.name(),
                type.jdbcType(),
                type.name(),
                type.size(),
                null,
                type.digits(),
                type.radix(),
                column.nullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
                column.remarks(),
                null,
                null,
                null,
                column.type() == ColumnType.TEXT ? SqlType.UNLIMITED : null,
                position,
                column.nullable() ? "YES" : "NO",
                null,
                null,
                null,
                null,
                "NO",
                "NO");
    }

    List<Object> primaryKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(catalog, schema, table)) {
            for (String column : each.key().stream().sorted().toList()) {
                short sequence = (short) (each.key().indexOf(column) + 1);
                rows.add(row(null, each.schema(), each.name(), column, sequence, keyName(each.table())));
            }
        }
        return rows;
    }

    List<Object> uniqueIndexes(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(catalog, schema, table)) {
            for (int i = 0; i < each.key().size(); i++) {
                rows.add(row(
                        null,
                        each.schema(),
                        each.name(),
                        false,
                        "",
                        keyName(each.table()),
                        DatabaseMetaData.tableIndexOther,
                        (short) (i + 1),
                        each.key().get(i),
                        "A",
                        null,
                        null,
                        null));
            }
        }
        return rows;
    }

    List<Object> bestRow(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(catalog, schema, table)) {
            for (String key : each.key()) {
                SqlType type = SqlType.of(each.columns()
                        .get(each.table().indexOf(key).orElseThrow())
                        .type());
                rows.add(row(
                        (short) DatabaseMetaData.bestRowSession,
                        key,
                        type.jdbcType(),
                        type.name(),
                        type.size(),
                        null,
                        type.digits() == null ? null : type.digits().shortValue(),
                        (short) DatabaseMetaData.bestRowNotPseudo));
            }
        }
        return rows;
    }

    /** Foreign keys from some tables to others, ordered by the tables on the other side. */
    List<Object> foreignKeys(
            @Nullable String parentCatalog,
            @Nullable String parentSchema,
            @Nullable String parent,
            @Nullable String childCatalog,
            @Nullable String childSchema,
            @Nullable String child) {
        List<String> parents = tables(parentCatalog, parentSchema, parent).stream()
                .map(InSchema::name)
                .toList();
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(childCatalog, childSchema, child)) {
            each.table().foreignKeys().stream()
                    .filter(key -> parents.contains(key.table()))
                    .sorted(Comparator.comparing(ForeignKey::table))
                    .forEach(key -> rows.add(row(
                            null,
                            each.schema(),
                            key.table(),
                            key.referred(),
                            null,
                            each.schema(),
                            each.name(),
                            key.column(),
                            (short) 1,
                            (short) DatabaseMetaData.importedKeyNoAction,
                            (short) DatabaseMetaData.importedKeyNoAction,
                            each.name() + "_" + key.table() + "_fk",
                            SqlTables.find(key.table())
                                    .map(MetadataRows::keyName)
                                    .orElseThrow(),
                            (short) DatabaseMetaData.importedKeyNotDeferrable)));
        }
        return rows;
    }

    List<Object> schemas(@Nullable String catalog, @Nullable String schema) {
        return tables(catalog, schema, null).stream()
                .map(InSchema::schema)
                .distinct()
                .map(name -> row(name, null))
                .toList();
    }

    List<Object> tableTypes() {
        return all.stream()
                .map(each -> each.table().kind())
                .distinct()
                .sorted()
                .map(kind -> row(kind))
                .toList();
    }

    List<Object> privileges(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        return tables(catalog, schema, table).stream()
                .map(each -> row(null, each.schema(), each.name(), null, "PUBLIC", "SELECT", "NO"))
                .toList();
    }

    List<Object> columnPrivileges(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column) {
        NamePattern name = new NamePattern(column);
        List<Object> rows = new ArrayList<>();
        for (InSchema each : tables(catalog, schema, table)) {
            each.columns().stream()
                    .map(SqlColumn::name)
                    .filter(name::matches)
                    .sorted()
                    .forEach(each2 ->
                            rows.add(row(null, each.schema(), each.name(), each2, null, "PUBLIC", "SELECT", "NO")));
        }
        return rows;
    }

    static List<Object> typeInfo() {
        return SqlType.ALL.stream()
                .sorted(Comparator.comparingInt(SqlType::jdbcType))
                .map(MetadataRows::type)
                .toList();
    }

    private static Object type(SqlType type) {
        boolean text = type.jdbcType() == Types.VARCHAR || type.jdbcType() == Types.CHAR;
        return row(
                type.name(),
                type.jdbcType(),
                type.size(),
                type.prefix(),
                type.prefix() == null ? null : "'",
                type.parameters(),
                (short) DatabaseMetaData.typeNullable,
                text,
                (short) (text ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic),
                type.radix() == null,
                false,
                false,
                type.name(),
                (short) 0,
                (short) (type.digits() == null ? 0 : type.digits()),
                null,
                null,
                type.radix());
    }

    private static String keyName(SqlTable table) {
        return table.name() + "_pk";
    }

    static Object row(@Nullable Object... cells) {
        return cells;
    }
}
