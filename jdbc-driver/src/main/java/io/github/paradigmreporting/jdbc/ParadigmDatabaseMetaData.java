package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.avatica.DriverVersion;
import org.jspecify.annotations.Nullable;

/** What the driver says about itself and its tables. Never sends a request; never loads the SQL engine. */
final class ParadigmDatabaseMetaData extends MetadataFacts {
    private final ParadigmConnection connection;
    private final DriverVersion version = Version.current();

    ParadigmDatabaseMetaData(ParadigmConnection connection) {
        this.connection = connection;
    }

    private MetadataRows rows() {
        return new MetadataRows(connection.catalog().schemas());
    }

    private ResultSet fixed(List<ResultColumn> columns, List<Object> rows) throws SQLException {
        return connection.fixed(columns, rows);
    }

    private ResultSet none(List<ResultColumn> columns) throws SQLException {
        return fixed(columns, List.of());
    }

    @Override
    public ResultSet getTables(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, String @Nullable [] types)
            throws SQLException {
        return fixed(MetadataColumns.TABLES, rows().tables(catalog, schema, table, types));
    }

    @Override
    public ResultSet getColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        return fixed(MetadataColumns.COLUMNS, rows().columns(catalog, schema, table, column));
    }

    @Override
    public ResultSet getPrimaryKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return fixed(MetadataColumns.PRIMARY_KEYS, rows().primaryKeys(catalog, schema, table));
    }

    @Override
    public ResultSet getImportedKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return fixed(MetadataColumns.FOREIGN_KEYS, rows().foreignKeys(null, null, null, catalog, schema, table));
    }

    @Override
    public ResultSet getExportedKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return fixed(MetadataColumns.FOREIGN_KEYS, rows().foreignKeys(catalog, schema, table, null, null, null));
    }

    @Override
    public ResultSet getCrossReference(
            @Nullable String parentCatalog,
            @Nullable String parentSchema,
            @Nullable String parentTable,
            @Nullable String childCatalog,
            @Nullable String childSchema,
            @Nullable String childTable)
            throws SQLException {
        return fixed(
                MetadataColumns.FOREIGN_KEYS,
                rows().foreignKeys(parentCatalog, parentSchema, parentTable, childCatalog, childSchema, childTable));
    }

    @Override
    public ResultSet getIndexInfo(
            @Nullable String catalog,
            @Nullable String schema,
            @Nullable String table,
            boolean unique,
            boolean approximate)
            throws SQLException {
        return fixed(MetadataColumns.INDEX_INFO, rows().uniqueIndexes(catalog, schema, table));
    }

    @Override
    public ResultSet getBestRowIdentifier(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, int scope, boolean nullable)
            throws SQLException {
        return fixed(MetadataColumns.BEST_ROW, rows().bestRow(catalog, schema, table));
    }

    @Override
    public ResultSet getSchemas() throws SQLException {
        return getSchemas(null, null);
    }

    @Override
    public ResultSet getSchemas(@Nullable String catalog, @Nullable String schema) throws SQLException {
        return fixed(MetadataColumns.SCHEMAS, rows().schemas(catalog, schema));
    }

    @Override
    public ResultSet getCatalogs() throws SQLException {
        return none(MetadataColumns.CATALOGS);
    }

    @Override
    public ResultSet getTableTypes() throws SQLException {
        return fixed(MetadataColumns.TABLE_TYPES, rows().tableTypes());
    }

    @Override
    public ResultSet getTypeInfo() throws SQLException {
        return fixed(MetadataColumns.TYPE_INFO, MetadataRows.typeInfo());
    }

    @Override
    public ResultSet getTablePrivileges(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return fixed(MetadataColumns.TABLE_PRIVILEGES, rows().privileges(catalog, schema, table));
    }

    @Override
    public ResultSet getColumnPrivileges(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        return fixed(MetadataColumns.COLUMN_PRIVILEGES, rows().columnPrivileges(catalog, schema, table, column));
    }

    @Override
    public ResultSet getVersionColumns(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return none(MetadataColumns.BEST_ROW);
    }

    @Override
    public ResultSet getClientInfoProperties() throws SQLException {
        return none(MetadataColumns.CLIENT_INFO);
    }

    @Override
    public ResultSet getProcedures(@Nullable String catalog, @Nullable String schema, @Nullable String name)
            throws SQLException {
        return none(MetadataColumns.PROCEDURES);
    }

    @Override
    public ResultSet getProcedureColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String name, @Nullable String column)
            throws SQLException {
        return none(MetadataColumns.PROCEDURE_COLUMNS);
    }

    @Override
    public ResultSet getFunctions(@Nullable String catalog, @Nullable String schema, @Nullable String name)
            throws SQLException {
        return none(MetadataColumns.FUNCTIONS);
    }

    @Override
    public ResultSet getFunctionColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String name, @Nullable String column)
            throws SQLException {
        return none(MetadataColumns.FUNCTION_COLUMNS);
    }

    @Override
    public ResultSet getPseudoColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        return none(MetadataColumns.PSEUDO_COLUMNS);
    }

    @Override
    public ResultSet getSuperTables(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return none(MetadataColumns.SUPER_TABLES);
    }

    @Override
    public ResultSet getSuperTypes(@Nullable String catalog, @Nullable String schema, @Nullable String type)
            throws SQLException {
        return none(MetadataColumns.SUPER_TYPES);
    }

    @Override
    public ResultSet getUDTs(
            @Nullable String catalog, @Nullable String schema, @Nullable String type, int @Nullable [] types)
            throws SQLException {
        return none(MetadataColumns.UDTS);
    }

    @Override
    public ResultSet getAttributes(
            @Nullable String catalog, @Nullable String schema, @Nullable String type, @Nullable String attribute)
            throws SQLException {
        return none(MetadataColumns.ATTRIBUTES);
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public String getURL() {
        return connection.url();
    }

    @Override
    public String getUserName() {
        return "";
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getDatabaseProductName() {
        return version.productName;
    }

    @Override
    public String getDatabaseProductVersion() {
        return version.productVersion;
    }

    @Override
    public int getDatabaseMajorVersion() {
        return version.databaseMajorVersion;
    }

    @Override
    public int getDatabaseMinorVersion() {
        return version.databaseMinorVersion;
    }

    @Override
    public String getDriverName() {
        return version.name;
    }

    @Override
    public String getDriverVersion() {
        return version.versionString;
    }

    @Override
    public int getDriverMajorVersion() {
        return version.majorVersion;
    }

    @Override
    public int getDriverMinorVersion() {
        return version.minorVersion;
    }

    @Override
    public String getSQLKeywords() {
        return SqlWords.KEYWORDS;
    }

    @Override
    public String getNumericFunctions() {
        return SqlWords.NUMERIC;
    }

    @Override
    public String getStringFunctions() {
        return SqlWords.STRING;
    }

    @Override
    public String getTimeDateFunctions() {
        return SqlWords.TIME_DATE;
    }

    @Override
    public String getSystemFunctions() {
        return SqlWords.SYSTEM;
    }

    @Override
    public boolean supportsConvert() {
        return true;
    }

    @Override
    public boolean supportsConvert(int from, int to) {
        return Conversions.supported(from, to);
    }

    @Override
    public boolean supportsResultSetType(int type) {
        return type == ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public boolean supportsResultSetConcurrency(int type, int concurrency) {
        return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public boolean supportsResultSetHoldability(int holdability) {
        return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT || holdability == ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public int getResultSetHoldability() {
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public int getDefaultTransactionIsolation() {
        return Connection.TRANSACTION_NONE;
    }

    @Override
    public boolean supportsTransactionIsolationLevel(int level) {
        return level == Connection.TRANSACTION_NONE;
    }

    @Override
    public RowIdLifetime getRowIdLifetime() {
        return RowIdLifetime.ROWID_UNSUPPORTED;
    }

    @Override
    public Properties getRemoteAvaticaProperties() {
        return new Properties();
    }

    @Override
    public String getAvaticaServerVersion() {
        return "";
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.of(this, type);
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> type) {
        return type != null && type.isInstance(this);
    }
}
