package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.store.DayStore;
import io.github.paradigmreporting.core.store.DaysObserver;
import io.github.paradigmreporting.core.store.StoredRange;
import io.github.paradigmreporting.jdbc.direct.TieredEngine;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.ReadLog;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.RowSource;
import io.github.paradigmreporting.jdbc.engine.Scope;
import io.github.paradigmreporting.jdbc.engine.SqlEngine;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.SystemTables;
import io.github.paradigmreporting.jdbc.table.TableRows;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.UnregisteredDriver;
import org.jspecify.annotations.Nullable;

/** A connection: one client of one instance, and a share of the day store. Reads only. */
final class ParadigmConnection extends PlainConnection implements RowSource {
    /** What is read, by whose address and key it is. */
    private static final Map<String, ReadLog> LOGS = new ConcurrentHashMap<>();

    private static final String FORWARD_ONLY = "result sets are forward only and read only";

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(2);

    private final ConnectionSpec spec;
    private final ParadigmReportingClient client;
    private final DayStore store;
    private final Scope scope;
    private final ReadLog log;
    private final Catalog catalog;
    private final Map<String, String> clientInfo = new ConcurrentHashMap<>();
    private final Set<AvaticaStatement> opened = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable SQLWarning warnings;
    private @Nullable String knownProblem;

    ParadigmConnection(UnregisteredDriver driver, AvaticaFactory factory, ConnectionSpec spec) {
        super(driver, factory, spec.url().redacted(), new Properties());
        this.spec = spec;
        SettingValues values = spec.values();
        this.client = spec.client(values);
        this.store = DayStore.shared(client, ConnectionSpec.store(values));
        this.scope = spec.scope(values);
        this.log = LOGS.computeIfAbsent(client.identity(), identity -> new ReadLog());
        Path views = values.get(JdbcSettings.VIEW_DEFINITIONS);
        this.catalog = views == null ? Catalog.BUILT_IN : ViewFile.read(views);
        for (String warning : spec.warnings()) {
            warn(warning);
        }
    }

    /** The URL without secrets. */
    String url() {
        return spec.url().redacted();
    }

    Execution execution(Cancellation cancellation, List<? extends @Nullable Object> parameters) {
        return new Execution(scope, this, this::driverRows, log, cancellation, parameters);
    }

    /** All tables there are. */
    Catalog catalog() {
        return catalog;
    }

    /** The engine for these tables. */
    SqlEngine engine() {
        return TieredEngine.of(catalog);
    }

    @Override
    public <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        return store.rows(client, query, cancellation, observer);
    }

    private List<List<@Nullable Object>> driverRows(SqlTable table) {
        if (table.equals(SystemTables.REQUESTS)) {
            return log.rows();
        }
        return table.equals(SystemTables.CACHE)
                ? store.contents().stream().map(ParadigmConnection::row).toList()
                : TableRows.of(table, catalog);
    }

    private static List<@Nullable Object> row(StoredRange range) {
        return Arrays.asList(
                range.report(),
                range.company(),
                range.from(),
                range.to(),
                range.rows(),
                range.bytes(),
                range.fetchedAt(),
                range.settled() ? 1L : 0L);
    }

    private synchronized void warn(String text) {
        SQLWarning warning = new SQLWarning(text, SqlStates.WARNING);
        if (warnings == null) {
            warnings = warning;
        } else {
            warnings.setNextWarning(warning);
        }
    }

    @Override
    public synchronized @Nullable SQLWarning getWarnings() throws SQLException {
        checkOpen();
        String problem = store.problem().orElse(null);
        if (problem != null && !problem.equals(knownProblem)) {
            warn(problem);
        }
        knownProblem = problem;
        return warnings;
    }

    @Override
    public synchronized void clearWarnings() throws SQLException {
        checkOpen();
        warnings = null;
    }

    @Override
    protected void checkOpen() throws SQLException {
        if (isClosed()) {
            throw SqlStates.of(SqlStates.CONNECTION_CLOSED, "the connection is closed");
        }
    }

    @Override
    public void close() throws SQLException {
        if (isClosed()) {
            return;
        }
        for (AvaticaStatement statement : statements()) {
            statement.close();
        }
        super.close();
        client.close();
        awaitWritten();
    }

    /** Notes a statement. It need not be closed: where only the connection references it, it is let go. */
    void opened(AvaticaStatement statement) {
        synchronized (opened) {
            opened.add(statement);
        }
        statementMap.remove(statement.handle.id, statement);
    }

    private List<AvaticaStatement> statements() {
        synchronized (opened) {
            return List.copyOf(opened);
        }
    }

    /** The last connection of a program that ends now: what it has fetched is for the next one, too. */
    private void awaitWritten() {
        try {
            store.awaitWritten(LONGEST_WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void abort(@Nullable Executor executor) throws SQLException {
        if (executor == null) {
            throw SqlStates.of(SqlStates.BAD_VALUE, "an executor is needed");
        }
        for (AvaticaStatement statement : statements()) {
            ((Executing) statement).executions().cancel();
        }
        close();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
            warn(FORWARD_ONLY);
        }
        try {
            Meta.StatementHandle handle = meta.prepare(this.handle, sql, -1);
            return factory.newPreparedStatement(this, handle, handle.signature, type, concurrency, holdability);
        } catch (RuntimeException e) {
            throw SqlErrors.of(e, null);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int @Nullable [] columns) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String @Nullable [] columns) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        checkOpen();
        return sql;
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        checkOpen();
        if (!readOnly) {
            warn("the driver only reads; setReadOnly(false) changes nothing");
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        checkOpen();
        return true;
    }

    @Override
    public void setCatalog(@Nullable String catalog) throws SQLException {
        checkOpen();
    }

    @Override
    public @Nullable String getCatalog() throws SQLException {
        checkOpen();
        return null;
    }

    @Override
    public void setSchema(@Nullable String schema) throws SQLException {
        checkOpen();
        if (schema != null && !schema.isEmpty() && !schema.equalsIgnoreCase(SqlTables.SCHEMA)) {
            throw SqlStates.of("3F000", "there is no schema '" + schema + "'; the only one is " + SqlTables.SCHEMA);
        }
    }

    @Override
    public String getSchema() throws SQLException {
        checkOpen();
        return SqlTables.SCHEMA;
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        checkOpen();
        if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
            throw SqlStates.of(SqlStates.BAD_VALUE, holdability + " is no holdability of java.sql.ResultSet");
        }
        super.setHoldability(holdability);
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        checkOpen();
        return Map.of();
    }

    @Override
    public void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        checkOpen();
    }

    @Override
    public void setClientInfo(@Nullable String name, @Nullable String value) throws SQLClientInfoException {
        if (name == null) {
            return;
        }
        if (value == null) {
            clientInfo.remove(name);
        } else {
            clientInfo.put(name, value);
        }
    }

    @Override
    public void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
        clientInfo.clear();
        if (properties == null) {
            return;
        }
        properties.stringPropertyNames().forEach(name -> clientInfo.put(name, properties.getProperty(name)));
    }

    @Override
    public @Nullable String getClientInfo(@Nullable String name) throws SQLException {
        checkOpen();
        return name == null ? null : clientInfo.get(name);
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        checkOpen();
        Properties properties = new Properties();
        properties.putAll(clientInfo);
        return properties;
    }

    @Override
    public boolean isValid(int timeout) throws SQLException {
        if (timeout < 0) {
            throw SqlStates.of(SqlStates.BAD_VALUE, "a timeout of " + timeout + " s makes no sense");
        }
        return !isClosed();
    }

    @Override
    public AvaticaStatement createStatement(int type, int concurrency, int holdability) throws SQLException {
        AvaticaStatement statement = super.createStatement(type, concurrency, holdability);
        if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
            warn(FORWARD_ONLY);
            ((Executing) statement).executions().warn(FORWARD_ONLY);
        }
        return statement;
    }

    /** A result that is there already, as metadata calls give it. */
    ResultSet fixed(List<ResultColumn> columns, List<Object> rows) throws SQLException {
        checkOpen();
        PlanSignature signature = new PlanSignature("", columns, null);
        Meta.StatementHandle owner = meta.createStatement(handle);
        return createResultSet(ParadigmMeta.fixed(owner, signature, rows), new QueryState(""));
    }

    /** For {@link Statement#getResultSet} and the like: closed statements answer no more. */
    static SQLException closed(String what) {
        return SqlStates.of(SqlStates.CLOSED, "the " + what + " is closed");
    }
}
