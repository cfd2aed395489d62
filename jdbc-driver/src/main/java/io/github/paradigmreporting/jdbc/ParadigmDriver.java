package io.github.paradigmreporting.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.DriverVersion;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.UnregisteredDriver;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver for {@code jdbc:paradigm://host[:port][/api/v2][?setting=value&…]}. Found by {@link DriverManager}
 * without being named. Connecting sends nothing; the key comes as {@code password} or {@code apiKey} property, from
 * {@code apiKeyFile}, or from the environment. Safe for threads.
 */
public final class ParadigmDriver extends UnregisteredDriver {
    static {
        try {
            DriverManager.registerDriver(new ParadigmDriver());
        } catch (SQLException e) {
            Logger.getLogger("io.github.paradigmreporting.jdbc").warning("cannot register the driver: " + e);
        }
    }

    /** A driver; normally {@link DriverManager} makes it. */
    public ParadigmDriver() {}

    @Override
    protected AvaticaFactory createFactory() {
        return new ParadigmFactory();
    }

    @Override
    protected DriverVersion createDriverVersion() {
        return Version.current();
    }

    @Override
    protected String getConnectStringPrefix() {
        return JdbcUrl.PREFIX;
    }

    @Override
    public boolean acceptsURL(@Nullable String url) throws SQLException {
        return JdbcUrl.isOurs(url);
    }

    @Override
    public @Nullable Connection connect(@Nullable String url, @Nullable Properties info) throws SQLException {
        if (url == null || !JdbcUrl.isOurs(url)) {
            return null;
        }
        ConnectionSpec spec = ConnectionSpec.of(url, info == null ? new Properties() : info);
        int loginTimeout = DriverManager.getLoginTimeout();
        return connect(loginTimeout <= 0 ? spec : spec.patient(Duration.ofSeconds(loginTimeout)));
    }

    Connection connect(ConnectionSpec spec) throws SQLException {
        try {
            return new ParadigmConnection(this, factory, spec);
        } catch (RuntimeException e) {
            throw SqlErrors.of(e, null);
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info) {
        return PropertyInfo.of(url, info == null ? new Properties() : info);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.github.paradigmreporting.jdbc");
    }

    @Override
    public Meta createMeta(AvaticaConnection connection) {
        return new ParadigmMeta((ParadigmConnection) connection);
    }
}
