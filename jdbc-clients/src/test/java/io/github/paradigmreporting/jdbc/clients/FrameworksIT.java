package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.jdbc.ParadigmDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Frameworks that map rows to objects, with java.time on both ends. */
class FrameworksIT {
    /** A row as a user's class. */
    record Usage(
            LocalDate date,
            long companyId,
            String companyName,
            @Nullable Long sessionsCount) {}

    /** MyBatis makes the code. */
    interface UsageMapper {
        @Select("""
                SELECT date, company_id, company_name, sessions_count
                FROM sessions WHERE date BETWEEN #{from} AND #{to} ORDER BY date, company_id""")
        List<Usage> between(@Param("from") LocalDate from, @Param("to") LocalDate to);

        @Select("SELECT date, company_id, company_name, sessions_count FROM sessions WHERE date >= #{from}")
        Cursor<Usage> since(LocalDate from);
    }

    private static final String SQL = """
            SELECT date, company_id, company_name, sessions_count
            FROM sessions WHERE date BETWEEN :from AND :to ORDER BY date, company_id""";

    private final Instance instance = new Instance();
    private final ParadigmDataSource source = new ParadigmDataSource();

    @BeforeEach
    void configure() {
        source.setUrl(instance.url());
        source.setPassword(instance.key());
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void springMapsRowsToRecords() {
        NamedParameterJdbcTemplate spring = new NamedParameterJdbcTemplate(source);

        List<Usage> days = spring.query(
                SQL, Map.of("from", Instance.FROM, "to", Instance.TO), new DataClassRowMapper<>(Usage.class));

        check(days);
        assertThat(JdbcClient.create(source)
                        .sql(SQL)
                        .param("from", Instance.FROM)
                        .param("to", Instance.TO)
                        .query(Usage.class)
                        .list())
                .isEqualTo(days);
    }

    @Test
    void springLimitsAndReadsSingleValues() {
        JdbcTemplate spring = new JdbcTemplate(source);
        spring.setMaxRows(5);
        spring.setFetchSize(2);
        spring.setQueryTimeout(30);

        assertThat(spring.queryForList("SELECT * FROM sessions WHERE date >= ?", Instance.FROM))
                .hasSize(5);
        assertThat(spring.queryForObject(
                        "SELECT MAX(date) FROM sessions WHERE date <= ?", LocalDate.class, Instance.TO))
                .isEqualTo(Instance.TO);
        assertThat(spring.queryForObject("SELECT 1", Integer.class)).isEqualTo(1);
    }

    @Test
    void springReadsInATransactionThatOnlyReads() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        transaction.setReadOnly(true);

        Long sum = transaction.execute(status -> new JdbcTemplate(source)
                .queryForObject(
                        "SELECT SUM(sessions_count) FROM sessions WHERE date BETWEEN ? AND ?",
                        Long.class,
                        Instance.FROM,
                        Instance.TO));

        assertThat(sum).isEqualTo(instance.sessions());
    }

    @Test
    void springTellsErrorsApartByTheirState() {
        JdbcTemplate spring = new JdbcTemplate(source);

        assertThatThrownBy(() -> spring.queryForList("SELECT nosuch FROM sessions"))
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> spring.update("DELETE FROM sessions"))
                .isInstanceOf(org.springframework.dao.DataAccessException.class)
                .isNotInstanceOf(TransientDataAccessException.class)
                .hasMessageContaining("only reads");
    }

    @Test
    void myBatisMapsRowsToRecords() throws Exception {
        Configuration configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), source));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.addMapper(UsageMapper.class);
        try (SqlSession session =
                new SqlSessionFactoryBuilder().build(configuration).openSession()) {
            UsageMapper mapper = session.getMapper(UsageMapper.class);

            check(mapper.between(Instance.FROM, Instance.TO));
            try (Cursor<Usage> cursor = mapper.since(Instance.FROM)) {
                assertThat(cursor.iterator().next().date()).isAfterOrEqualTo(Instance.FROM);
            }
            session.commit();
        }
    }

    private void check(List<Usage> days) {
        assertThat(days).hasSize(instance.rows());
        assertThat(days.get(0).date()).isEqualTo(Instance.FROM);
        assertThat(days.get(days.size() - 1).date()).isEqualTo(Instance.TO);
        assertThat(days.stream().mapToLong(day -> day.sessionsCount() == null ? 0 : day.sessionsCount()))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(instance.sessions()));
    }
}
