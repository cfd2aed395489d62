package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.paradigmreporting.jdbc.ParadigmDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools: they set and reset everything on a connection, roll back, validate, and lend it to many threads. */
class PoolsIT {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hikariLendsConnectionsOfTheDataSource(boolean autoCommit) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSourceClassName(ParadigmDataSource.class.getName());
        config.addDataSourceProperty("url", instance.url());
        config.addDataSourceProperty("apiKey", instance.key());
        config.addDataSourceProperty("windowDays", "31");
        config.setAutoCommit(autoCommit);
        config.setReadOnly(true);
        config.setSchema("paradigm");
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(3);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            lendsToManyThreads(pool, autoCommit);

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void hikariConnectsByUrl() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(instance.url());
        config.setUsername("anybody");
        config.setPassword(instance.key());
        config.setConnectionTestQuery("SELECT 1");
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            lendsToManyThreads(pool, false);
        }
    }

    @Test
    void hikariPassesAWrongKeyOnAtTheFirstStatement() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSourceClassName(ParadigmDataSource.class.getName());
        config.addDataSourceProperty("url", instance.url());
        config.setUsername("anybody");
        config.setPassword("wrong-key");
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> sum(connection))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dbcp2LendsConnectionsOfTheDriver(boolean autoCommit) throws Exception {
        try (BasicDataSource pool = new BasicDataSource()) {
            pool.setDriverClassName(Instance.DRIVER);
            pool.setUrl(instance.url());
            pool.setUsername("anybody");
            pool.setPassword(instance.key());
            pool.setDefaultAutoCommit(autoCommit);
            pool.setDefaultReadOnly(true);
            pool.setDefaultQueryTimeout(Duration.ofMinutes(1));
            pool.setPoolPreparedStatements(true);
            pool.setTestOnBorrow(true);
            pool.setTestOnReturn(true);
            pool.setMaxTotal(3);
            lendsToManyThreads(pool, autoCommit);

            assertThat(pool.getNumActive()).isZero();
        }
    }

    private void lendsToManyThreads(DataSource pool, boolean autoCommit) throws Exception {
        long expected = instance.sessions();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Long>> sums = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                sums.add(threads.submit(() -> {
                    try (Connection connection = pool.getConnection()) {
                        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                        assertThat(connection.isReadOnly()).isTrue();
                        long sum = sum(connection);
                        if (!autoCommit) {
                            connection.commit();
                        }
                        return sum;
                    }
                }));
            }
            for (Future<Long> sum : sums) {
                assertThat(sum.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(instance.requests())
                .as("thirty queries over one month, from one store")
                .isLessThanOrEqualTo(3);
    }

    private static long sum(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT SUM(sessions_count) FROM sessions WHERE date BETWEEN ? AND ?")) {
            statement.setObject(1, Instance.FROM);
            statement.setObject(2, Instance.TO);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
