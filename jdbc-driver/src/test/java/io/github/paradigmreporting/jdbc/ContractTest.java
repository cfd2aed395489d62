package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of every {@code java.sql} object handed out, called: it answers, or throws a SQLException with a SQLState.
 * Nothing else is ever thrown.
 */
class ContractTest {
    private static final String SQL = "SELECT date, sessions_count, company_name FROM sessions WHERE date = ?";

    private static ParadigmSimulator simulator;
    private static @Nullable Connection shared;

    /** A method and the kind of object it is called on. */
    record Call(Class<?> type, Method method) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + method.getName()
                    + Arrays.toString(Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .toArray());
        }
    }

    @BeforeAll
    static void start() {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
    }

    @AfterAll
    static void stop() throws SQLException {
        if (shared != null) {
            shared.close();
        }
        simulator.close();
    }

    static Stream<Call> calls() {
        return Stream.of(
                        Connection.class,
                        Statement.class,
                        PreparedStatement.class,
                        ResultSet.class,
                        DatabaseMetaData.class,
                        ResultSetMetaData.class,
                        ParameterMetaData.class)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .sorted(Comparator.comparing(Method::toGenericString))
                        .map(method -> new Call(type, method)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersOrRefusesBySqlState(Call call) throws Exception {
        if (shared == null || shared.isClosed()) {
            shared = SqlFixture.connect(simulator);
        }
        Connection connection = shared;
        try (PreparedStatement prepared = connection.prepareStatement(SQL);
                Statement statement = connection.createStatement()) {
            prepared.setString(1, "2026-03-02");
            try (ResultSet rows = prepared.executeQuery()) {
                assertThat(rows.next()).isTrue();
                Object target = target(call.type(), connection, prepared, statement, rows);
                for (Object[] arguments : arguments(call.method())) {
                    check(call, target, arguments);
                }
            }
        }
    }

    private static Object target(
            Class<?> type, Connection connection, PreparedStatement prepared, Statement statement, ResultSet rows)
            throws SQLException {
        if (type == Connection.class) {
            return connection;
        }
        if (type == Statement.class) {
            return statement;
        }
        if (type == PreparedStatement.class) {
            return prepared;
        }
        if (type == ResultSet.class) {
            return rows;
        }
        if (type == DatabaseMetaData.class) {
            return connection.getMetaData();
        }
        return type == ResultSetMetaData.class ? rows.getMetaData() : prepared.getParameterMetaData();
    }

    private static void check(Call call, Object target, @Nullable Object[] arguments) throws Exception {
        try {
            Object result = call.method().invoke(target, arguments);
            if (result instanceof ResultSet set && set != target) {
                set.getMetaData();
                while (set.next()) {
                    set.getString(1);
                }
            }
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            assertThat(thrown)
                    .as(call + " with " + Arrays.toString(arguments))
                    .isInstanceOf(SQLException.class)
                    .satisfiesAnyOf(
                            t -> assertThat(((SQLException) t).getSQLState()).hasSize(5),
                            t -> assertThat(t).isInstanceOf(SQLClientInfoException.class));
            assertThat(thrown.getMessage()).as(call.toString()).isNotBlank();
        }
    }

    /** Ordinary arguments, and where objects are wanted, none. */
    private static List<@Nullable Object[]> arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] ordinary = new Object[types.length];
        @Nullable Object[] extreme = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            ordinary[i] = ordinary(types[i]);
            extreme[i] = types[i] == int.class ? Integer.valueOf(-7) : types[i].isPrimitive() ? ordinary[i] : null;
        }
        List<@Nullable Object[]> all = new ArrayList<>();
        all.add(ordinary);
        // Of these, JDBC itself says that they throw NullPointerException.
        boolean quoting =
                method.getName().startsWith("enquote") || method.getName().equals("isSimpleIdentifier");
        if (types.length > 0 && !quoting) {
            all.add(extreme);
        }
        return all;
    }

    private static @Nullable Object ordinary(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == short.class) {
            return (short) 1;
        }
        if (type == byte.class) {
            return (byte) 1;
        }
        if (type == float.class) {
            return 1f;
        }
        if (type == double.class) {
            return 1d;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return "SELECT 1 AS \"date\"";
        }
        if (type == Class.class) {
            return String.class;
        }
        return type == Object.class ? "2026-03-02" : null;
    }
}
