package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What DatabaseMetaData says is what statements do: each fact has a statement that proves it or disproves it. */
class MetadataFactsTest {
    /**
     * A fact and its proof: {@code +} when the fact is true exactly if the statement runs, {@code -} when it is true exactly
     * if it fails.
     */
    private static final String PROOFS = """
            allTablesAreSelectable                              + SELECT 1 FROM documents, feedback, sessions, threads, tools, members, calendar, companies LIMIT 0
            allProceduresAreCallable                            + CALL nothing()
            autoCommitFailureClosesAllResultSets                + SAVEPOINT x
            dataDefinitionCausesTransactionCommit               + CREATE TABLE t (x INTEGER)
            dataDefinitionIgnoredInTransactions                 + CREATE TABLE t (x INTEGER)
            doesMaxRowSizeIncludeBlobs                          + SELECT CAST(NULL AS BLOB)
            generatedKeyAlwaysReturned                          + INSERT INTO sessions (company_id) VALUES (1)
            isCatalogAtStart                                    + SELECT * FROM some_catalog.paradigm.calendar
            isReadOnly                                          - INSERT INTO sessions (company_id) VALUES (1)
            locatorsUpdateCopy                                  + UPDATE sessions SET company_name = 'x'
            nullPlusNonNullIsNull                               + SELECT 1 / CASE WHEN CAST(NULL AS VARCHAR) || 'x' IS NULL THEN 1 ELSE 0 END
            storesLowerCaseIdentifiers                          - SELECT 1 / COUNT(*) FROM (SELECT 1 AS aBc) AS t WHERE "aBc" = 1
            storesMixedCaseIdentifiers                          + SELECT 1 / COUNT(*) FROM (SELECT 1 AS aBc) AS t WHERE "aBc" = 1
            storesUpperCaseIdentifiers                          - SELECT 1 / COUNT(*) FROM (SELECT 1 AS aBc) AS t WHERE "aBc" = 1
            storesLowerCaseQuotedIdentifiers                    - SELECT 1 / COUNT(*) FROM (SELECT 1 AS "aBc") AS t WHERE "aBc" = 1
            storesMixedCaseQuotedIdentifiers                    + SELECT 1 / COUNT(*) FROM (SELECT 1 AS "aBc") AS t WHERE "aBc" = 1
            storesUpperCaseQuotedIdentifiers                    - SELECT 1 / COUNT(*) FROM (SELECT 1 AS "aBc") AS t WHERE "aBc" = 1
            supportsANSI92EntryLevelSQL                         + SELECT date, COUNT(*) FROM calendar WHERE date IN (DATE '2026-01-01') GROUP BY date HAVING COUNT(*) > 0 ORDER BY 1
            supportsANSI92FullSQL                               + CREATE ASSERTION a CHECK (1 = 1)
            supportsANSI92IntermediateSQL                       + CREATE DOMAIN d AS INTEGER
            supportsAlterTableWithAddColumn                     + ALTER TABLE sessions ADD x INTEGER
            supportsAlterTableWithDropColumn                    + ALTER TABLE sessions DROP COLUMN company_name
            supportsBatchUpdates                                + DELETE FROM sessions
            supportsCatalogsInDataManipulation                  + SELECT * FROM some_catalog.paradigm.calendar
            supportsCatalogsInIndexDefinitions                  + CREATE INDEX i ON some_catalog.paradigm.sessions (date)
            supportsCatalogsInPrivilegeDefinitions              + GRANT SELECT ON some_catalog.paradigm.sessions TO PUBLIC
            supportsCatalogsInProcedureCalls                    + CALL some_catalog.paradigm.nothing()
            supportsCatalogsInTableDefinitions                  + CREATE TABLE some_catalog.paradigm.t (x INTEGER)
            supportsColumnAliasing                              + SELECT 1 AS one, 2 two
            supportsConvert                                     + SELECT {fn CONVERT('1', SQL_INTEGER)}
            supportsCoreSQLGrammar                              + SELECT COUNT(*) FROM calendar WHERE date BETWEEN DATE '2026-01-01' AND DATE '2026-01-02'
            supportsCorrelatedSubqueries                        + SELECT c.date, (SELECT COUNT(*) FROM calendar d WHERE d.date < c.date) FROM calendar c WHERE c.date = DATE '2026-01-02'
            supportsDataDefinitionAndDataManipulationTransactions + CREATE TABLE t (x INTEGER)
            supportsDataManipulationTransactionsOnly            + DELETE FROM sessions
            supportsDifferentTableCorrelationNames              + SELECT sessions.date FROM calendar AS sessions WHERE sessions.date = DATE '2026-01-02'
            supportsExpressionsInOrderBy                        + SELECT date FROM calendar WHERE date > DATE '2026-11-01' ORDER BY day_of_month * 2
            supportsExtendedSQLGrammar                          + SELECT date FROM calendar WHERE date = (SELECT MAX(date) FROM calendar)
            supportsFullOuterJoins                              + SELECT * FROM (VALUES (1)) AS a(x) FULL JOIN (VALUES (2)) AS b(y) ON a.x = b.y
            supportsGetGeneratedKeys                            + INSERT INTO sessions (company_id) VALUES (1)
            supportsGroupBy                                     + SELECT year_number FROM (SELECT EXTRACT(YEAR FROM date) AS year_number FROM calendar) AS t GROUP BY year_number
            supportsGroupByBeyondSelect                         + SELECT COUNT(*) FROM calendar GROUP BY day_of_month, date
            supportsGroupByUnrelated                            + SELECT COUNT(*) FROM calendar GROUP BY day_of_month
            supportsIntegrityEnhancementFacility                + CREATE TABLE t (x INTEGER CHECK (x > 0))
            supportsLikeEscapeClause                            + SELECT 1 WHERE 'a%' LIKE 'a!%' ESCAPE '!'
            supportsLimitedOuterJoins                           + SELECT * FROM (VALUES (1)) AS a(x) LEFT JOIN (VALUES (2)) AS b(y) ON a.x = b.y
            supportsMinimumSQLGrammar                           + SELECT date FROM calendar WHERE date = DATE '2026-01-02' ORDER BY date
            supportsMixedCaseIdentifiers                        - SELECT DATE FROM CALENDAR WHERE Date = DATE '2026-01-02'
            supportsMixedCaseQuotedIdentifiers                  - SELECT "DATE" FROM "CALENDAR"
            supportsMultipleResultSets                          + SELECT 1; SELECT 2
            supportsNamedParameters                             + SELECT :x
            supportsNonNullableColumns                          + SELECT company_id FROM companies WHERE company_id IS NOT NULL
            supportsOrderByUnrelated                            + SELECT date FROM calendar WHERE date > DATE '2026-11-01' ORDER BY day_of_month
            supportsOuterJoins                                  + SELECT * FROM (VALUES (1)) AS a(x) RIGHT JOIN (VALUES (2)) AS b(y) ON a.x = b.y
            supportsPositionedDelete                            + DELETE FROM sessions WHERE CURRENT OF c
            supportsPositionedUpdate                            + UPDATE sessions SET company_name = 'x' WHERE CURRENT OF c
            supportsSavepoints                                  + SAVEPOINT x
            supportsSchemasInDataManipulation                   + SELECT date FROM paradigm.calendar
            supportsSchemasInIndexDefinitions                   + CREATE INDEX i ON paradigm.sessions (date)
            supportsSchemasInPrivilegeDefinitions               + GRANT SELECT ON paradigm.sessions TO PUBLIC
            supportsSchemasInProcedureCalls                     + CALL paradigm.nothing()
            supportsSchemasInTableDefinitions                   + CREATE TABLE paradigm.t (x INTEGER)
            supportsSelectForUpdate                             + SELECT date FROM calendar FOR UPDATE
            supportsStoredFunctionsUsingCallSyntax              + {? = call nothing()}
            supportsStoredProcedures                            + CALL nothing()
            supportsSubqueriesInComparisons                     + SELECT 1 WHERE 1 = (SELECT MAX(x) FROM (VALUES (1)) AS t(x))
            supportsSubqueriesInExists                          + SELECT 1 WHERE EXISTS (SELECT 1)
            supportsSubqueriesInIns                             + SELECT 1 WHERE 1 IN (SELECT x FROM (VALUES (1)) AS t(x))
            supportsSubqueriesInQuantifieds                     + SELECT 1 WHERE 1 >= ALL (SELECT x FROM (VALUES (1)) AS t(x)) AND 1 = ANY (SELECT x FROM (VALUES (1)) AS t(x))
            supportsTableCorrelationNames                       + SELECT c.date FROM calendar c WHERE c.date = DATE '2026-01-02'
            supportsTransactions                                + START TRANSACTION
            supportsUnion                                       + SELECT 1 UNION SELECT 2
            supportsUnionAll                                    + SELECT 1 UNION ALL SELECT 2
            usesLocalFilePerTable                               + SELECT * FROM "calendar.csv"
            usesLocalFiles                                      + SELECT * FROM "calendar.csv"
            """;

    /** Facts about the driver's objects and not about SQL; other tests of this class prove them. */
    private static final Map<String, Boolean> OF_OBJECTS = Map.ofEntries(
            Map.entry("nullsAreSortedAtEnd", false),
            Map.entry("nullsAreSortedAtStart", false),
            Map.entry("nullsAreSortedHigh", true),
            Map.entry("nullsAreSortedLow", false),
            Map.entry("supportsMultipleOpenResults", false),
            Map.entry("supportsMultipleTransactions", true),
            Map.entry("supportsOpenCursorsAcrossCommit", true),
            Map.entry("supportsOpenCursorsAcrossRollback", true),
            Map.entry("supportsOpenStatementsAcrossCommit", true),
            Map.entry("supportsOpenStatementsAcrossRollback", true),
            Map.entry("supportsRefCursors", false),
            Map.entry("supportsSharding", false),
            Map.entry("supportsStatementPooling", false));

    /** The reserved words of SQL:2003 among those that are no names here. */
    private static final String SQL_2003 = """
            ALL AND ANY ARRAY AS ASYMMETRIC AUTHORIZATION BINARY BOTH CASE CAST CHECK COLLATE COLUMN CONSTRAINT CREATE CROSS
            CURRENT_DATE CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DEFAULT DISTINCT ELSE END EXCEPT FALSE FETCH
            FOR FOREIGN FROM FULL GRANT GROUP HAVING IN INNER INTERSECT INTO IS JOIN LATERAL LEADING LEFT LIKE LOCALTIME
            LOCALTIMESTAMP NATURAL NOT NULL ON ONLY OR ORDER OUTER OVERLAPS PRIMARY REFERENCES RIGHT SELECT SESSION_USER SIMILAR
            SOME SYMMETRIC SYSTEM_USER TABLE TABLESAMPLE THEN TO TRAILING TRUE UNION UNIQUE USER USING WHEN WHERE WINDOW WITH""";

    private static ParadigmSimulator simulator;
    private static Connection connection;
    private static DatabaseMetaData about;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(1)
                .start();
        connection = SqlFixture.connect(simulator, "historyStart", "-P3D");
        about = connection.getMetaData();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    /** A fact, whether it is true if its statement runs, and the statement. */
    record Proof(String fact, boolean whenItRuns, String sql) {
        static Proof of(String line) {
            int sign = line.indexOf(' ');
            String rest = line.substring(sign).strip();
            return new Proof(
                    line.substring(0, sign),
                    rest.charAt(0) == '+',
                    rest.substring(1).strip());
        }
    }

    static Stream<Proof> proofs() {
        return PROOFS.lines().map(Proof::of);
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void aFactIsWhatItsStatementDoes(Proof proof) throws Exception {
        Object fact = DatabaseMetaData.class.getMethod(proof.fact()).invoke(about);

        assertThat(fact).as(proof.sql()).isEqualTo(runs(proof.sql()) == proof.whenItRuns());
    }

    @Test
    void everyFactHasAProof() throws Exception {
        Map<String, Object> values = new TreeMap<>();
        for (Method method : DatabaseMetaData.class.getMethods()) {
            if (method.getReturnType() == boolean.class && method.getParameterCount() == 0) {
                values.put(method.getName(), method.invoke(about));
            }
        }
        Set<String> proven = proofs().map(Proof::fact).collect(Collectors.toCollection(TreeSet::new));

        assertThat(proven).doesNotContainAnyElementsOf(OF_OBJECTS.keySet());
        assertThat(values.keySet())
                .isEqualTo(new TreeSet<>(Stream.concat(proven.stream(), OF_OBJECTS.keySet().stream())
                        .toList()));
        assertThat(values).containsAllEntriesOf(OF_OBJECTS);
    }

    @Test
    void factsAboutChangesThatNobodyCanMakeAreFalse() throws Exception {
        for (Method method : DatabaseMetaData.class.getMethods()) {
            if (method.getName().matches("(own|others)\\w+AreVisible|\\w+AreDetected")) {
                for (int type : List.of(
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.TYPE_SCROLL_INSENSITIVE,
                        ResultSet.TYPE_SCROLL_SENSITIVE)) {
                    assertThat(method.invoke(about, type)).as(method.getName()).isEqualTo(false);
                }
            }
        }
    }

    @Test
    void nullsAreSortedHigh() throws SQLException {
        String sql = "SELECT x FROM (VALUES (1), (CAST(NULL AS INTEGER)), (2)) AS t(x) ORDER BY x";

        assertThat(column(sql)).containsExactly(1, 2, null);
        assertThat(column(sql + " DESC")).containsExactly(null, 2, 1);
    }

    @Test
    void cursorsAndStatementsStayOpenAcrossCommitAndRollback() throws SQLException {
        try (Connection own = SqlFixture.connect(simulator);
                PreparedStatement statement = own.prepareStatement("SELECT x FROM (VALUES (1), (2), (3)) AS t(x)")) {
            own.setAutoCommit(false);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                own.commit();
                assertThat(rows.next()).isTrue();
                own.rollback();
                assertThat(rows.next()).isTrue();
            }
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    @Test
    void aStatementHasOneOpenResult() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet first = statement.executeQuery("SELECT 1");
            ResultSet second = statement.executeQuery("SELECT 2");

            assertThat(first.isClosed()).isTrue();
            assertThat(second.next()).isTrue();
            assertThat(statement.getMoreResults()).isFalse();
        }
    }

    @Test
    void theQuoteAndTheEscapeAreTheOnesThatWork() throws SQLException {
        String quote = about.getIdentifierQuoteString();
        String escape = about.getSearchStringEscape();

        // Backticks work as well, but a tool writes what it says into files for other databases.
        assertThat(quote).isEqualTo("\"");
        assertThat(column("SELECT 1 AS " + quote + "a b" + quote)).containsExactly(1);
        assertThat(column("SELECT " + quote + "a " + quote + quote + " b" + quote + " FROM (SELECT 1 AS " + quote + "a "
                        + quote + quote + " b" + quote + ") AS t"))
                .containsExactly(1);
        assertThat(tables("daily" + escape + "_usage")).containsExactly("daily_usage");
        assertThat(tables("daily" + escape + "%usage")).isEmpty();
        assertThat(tables("daily%usage")).containsExactly("daily_usage");
        assertThat(about.getExtraNameCharacters().chars()).allSatisfy(c -> assertThat(runs(
                        "SELECT a" + Character.toString(c) + " FROM (SELECT 1 AS a" + Character.toString(c) + ") AS t"))
                .isTrue());
    }

    /** All of them are 0: no limit, or not known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "getMaxBinaryLiteralLength",
                "getMaxCatalogNameLength",
                "getMaxCharLiteralLength",
                "getMaxColumnsInGroupBy",
                "getMaxColumnsInIndex",
                "getMaxColumnsInOrderBy",
                "getMaxColumnsInSelect",
                "getMaxColumnsInTable",
                "getMaxConnections",
                "getMaxCursorNameLength",
                "getMaxIndexLength",
                "getMaxLogicalLobSize",
                "getMaxProcedureNameLength",
                "getMaxRowSize",
                "getMaxStatementLength",
                "getMaxStatements",
                "getMaxTablesInSelect",
                "getMaxUserNameLength"
            })
    void nothingElseHasAMaximum(String name) throws Exception {
        assertThat(((Number) DatabaseMetaData.class.getMethod(name).invoke(about)).longValue())
                .isZero();
    }

    @Test
    void namesHaveTheLengthThatIsStated() throws SQLException {
        String column = "n".repeat(about.getMaxColumnNameLength());
        String table = "n".repeat(about.getMaxTableNameLength());
        assertThat(about.getMaxSchemaNameLength()).isEqualTo(about.getMaxTableNameLength());
        String sql = "SELECT t.column FROM (SELECT 1 AS column) AS t".replace("column", column);
        String ofTable = "SELECT table.x FROM (SELECT 1 AS x) AS table".replace("table", table);

        assertThat(runs(sql)).isTrue();
        assertThat(runs(sql.replace(column, column + "n"))).isFalse();
        assertThat(runs(ofTable)).isTrue();
        assertThat(runs(ofTable.replace(table, table + "n"))).isFalse();
    }

    @Test
    void longStatementsTextsAndListsRun() {
        String columns = IntStream.range(0, 100).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String values = IntStream.range(0, 100).mapToObj(i -> i + " AS c" + i).collect(Collectors.joining(", "));

        assertThat(runs("SELECT '" + "x".repeat(60_000) + "'")).isTrue();
        assertThat(runs("SELECT " + columns + " FROM (SELECT " + values + ") AS t GROUP BY " + columns + " ORDER BY "
                        + columns))
                .isTrue();
        assertThat(runs("SELECT 1 FROM "
                        + IntStream.range(0, 12)
                                .mapToObj(i -> "(VALUES (1)) AS t" + i)
                                .collect(Collectors.joining(", "))))
                .isTrue();
    }

    static List<String> functions() throws SQLException {
        try (ParadigmSimulator any = ParadigmSimulator.builder().start();
                Connection own = SqlFixture.connect(any)) {
            DatabaseMetaData metadata = own.getMetaData();
            List<String> names = new ArrayList<>();
            for (String list : List.of(
                    metadata.getNumericFunctions(),
                    metadata.getStringFunctions(),
                    metadata.getTimeDateFunctions(),
                    metadata.getSystemFunctions())) {
                names.addAll(Arrays.asList(list.split(",", -1)));
            }
            return names;
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionThatIsNamedCanBeCalled(String name) {
        List<String> arguments = List.of(
                "",
                "1",
                "0.5",
                "1, 2",
                "'abc'",
                "'abc', 'b'",
                "'abc', 2",
                "'b', 'abc'",
                "'abc', 1, 2",
                "'abc', 'b', 'x'",
                "'abc', 1, 2, 'x'",
                "DATE '2026-01-02'",
                "TIMESTAMP '2026-01-02 03:04:05'",
                "SQL_TSI_DAY, 1, TIMESTAMP '2026-01-02 03:04:05'",
                "SQL_TSI_DAY, TIMESTAMP '2026-01-02 03:04:05', TIMESTAMP '2026-01-03 03:04:05'");

        assertThat(arguments).as(name).anyMatch(list -> runs("SELECT {fn " + name + "(" + list + ")}"));
    }

    /** Words that PostgreSQL knows and that are no names here, but those that SQL:2003 reserves. */
    @Test
    void theKeywordsAreTheReservedWordsThatTheStandardDoesNotReserve() throws Exception {
        Set<String> reserved = new TreeSet<>();
        try (InputStream file = Objects.requireNonNull(MetadataFactsTest.class.getResourceAsStream("/key-words.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')).toUpperCase(Locale.ROOT))
                    .filter(word -> !isName(word))
                    .forEach(reserved::add);
        }
        reserved.removeAll(Arrays.asList(SQL_2003.split("[ \n]", -1)));

        assertThat(new TreeSet<>(Arrays.asList(about.getSQLKeywords().split(",", -1))))
                .isEqualTo(reserved);
    }

    private static boolean isName(String word) {
        try {
            return Objects.equals(
                    SqlFixture.value(
                            connection,
                            "SELECT " + word + " FROM (SELECT 7 AS \"" + word.toLowerCase(Locale.ROOT) + "\") AS t"),
                    7);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean runs(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<@Nullable Object> column(String sql) throws SQLException {
        List<@Nullable Object> column = new ArrayList<>();
        for (List<@Nullable Object> row : SqlFixture.query(connection, sql)) {
            column.add(row.get(0));
        }
        return column;
    }

    private static List<String> tables(String pattern) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = about.getTables(null, "paradigm", pattern, null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
