package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one instance as a bean, for pools and containers: a URL and a property per setting. Properties take the
 * text that would stand in the URL, and are checked when a connection is made; what is not set comes from the environment,
 * then from the default. Shows no secret: secrets can be set, not read.
 *
 * <p>A connection is cheap and sends nothing; a pool is needed only where a framework wants one. Set it up before it is used
 * by several threads; then it is safe for them.
 */
public final class ParadigmDataSource extends DataSourceSettings implements DataSource {
    private final ParadigmDriver driver = new ParadigmDriver();
    private final @Nullable Clock clock;
    private String url = "";
    private volatile int loginTimeout;
    private volatile @Nullable PrintWriter logWriter;

    /** A data source without an address. */
    public ParadigmDataSource() {
        this.clock = null;
    }

    /** For tests: connections by another clock than the system's. */
    ParadigmDataSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(properties());
    }

    /**
     * A connection with another key.
     *
     * @param user ignored
     * @param password the API key, in place of the one that is set
     */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Properties own = properties();
        if (password != null && !password.isBlank()) {
            own.remove("apiKey");
            own.remove("apiKeyFile");
            own.setProperty("password", password);
        }
        return connect(own);
    }

    private Connection connect(Properties own) throws SQLException {
        if (!JdbcUrl.isOurs(url)) {
            // Not quoted: it may hold a key.
            throw SqlStates.of(
                    SqlStates.CANNOT_CONNECT,
                    "the data source has no URL that begins with " + JdbcUrl.PREFIX + "; set url to " + JdbcUrl.FORM);
        }
        ConnectionSpec spec = ConnectionSpec.of(url, own);
        if (clock != null) {
            spec = spec.at(clock);
        }
        return driver.connect(loginTimeout == 0 ? spec : spec.patient(Duration.ofSeconds(loginTimeout)));
    }

    /**
     * The address and settings in it.
     *
     * @return the URL without secrets, empty when none of ours is set
     * @throws SQLException when it is no URL of ours
     */
    public String getUrl() throws SQLException {
        return !JdbcUrl.isOurs(url) ? "" : JdbcUrl.parse(url).redacted();
    }

    /**
     * The address, and settings that are not set as properties.
     *
     * @param text {@code jdbc:paradigm://host[:port][/api/v2][?setting=value&…]}
     */
    public void setUrl(@Nullable String text) {
        url = text == null ? "" : text.trim();
    }

    /**
     * Ignored; a key belongs to its user.
     *
     * @param text any
     */
    public void setUser(@Nullable String text) {
        // Frameworks set it whether there is one or not.
    }

    /**
     * The API key, under the name frameworks know; means the same as {@code apiKey}.
     *
     * @param text the key
     */
    public void setPassword(@Nullable String text) {
        set("apiKey", text);
    }

    /** Seconds a request may wait for its connection, if that is less than {@code connectTimeout}; 0 means that alone. */
    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        if (seconds < 0) {
            throw Refusal.value("a login timeout of " + seconds + " s makes no sense; 0 is none");
        }
        loginTimeout = seconds;
    }

    /** What was set; the driver itself logs to {@link #getParentLogger()}. */
    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    @Override
    public Logger getParentLogger() {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.of(this, type);
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> type) {
        return type != null && type.isInstance(this);
    }

    /** The URL without secrets. */
    @Override
    public String toString() {
        try {
            return "ParadigmDataSource[" + getUrl() + "]";
        } catch (SQLException e) {
            return "ParadigmDataSource[malformed URL]";
        }
    }
}
