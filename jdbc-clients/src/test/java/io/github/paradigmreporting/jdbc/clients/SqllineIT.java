package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sqlline.SqlLine;

/** The command line of SQL: its commands about tables, and queries. */
class SqllineIT {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void connectsByThePropertiesWeShip(@TempDir Path folder) throws Exception {
        Path shipped = Path.of("..", "jdbc-driver", "tools", "sqlline", "paradigm.properties");
        String text = Files.readString(shipped)
                .replaceAll("(?m)^url=.*$", "url=" + instance.url())
                .replaceAll("(?m)^password=.*$", "password=" + instance.key());
        Path properties = Files.writeString(folder.resolve("paradigm.properties"), text);

        String output = run(
                folder,
                "!properties " + properties,
                "!outputformat csv",
                "SELECT COUNT(*) AS n FROM sessions WHERE date BETWEEN '2026-03-01' AND '2026-03-31';");

        assertThat(output).contains("'" + instance.rows() + "'");
    }

    @Test
    void listsTablesColumnsAndKeys(@TempDir Path folder) throws Exception {
        String output = run(
                folder,
                "!connect " + instance.url() + " anybody " + instance.key(),
                "!outputformat csv",
                "!tables",
                "!columns feedback",
                "!primarykeys documents",
                "!importedkeys sessions",
                "!exportedkeys companies",
                "!indexes sessions",
                "!typeinfo",
                "!metadata getSchemas",
                "!dbinfo",
                "!autocommit off",
                "!commit",
                "!rollback",
                "!reconnect",
                "!close");

        assertThat(output)
                .contains("'paradigm'", "'sessions'", "'likes_count'", "'document_id'", "'company_id'", "'DATE'")
                .doesNotContain("Exception")
                .doesNotContain(instance.key());
        assertThat(instance.requests()).isZero();
    }

    private static String run(Path folder, String... commands) throws Exception {
        Path script = Files.write(folder.resolve("commands.sql"), java.util.List.of(commands));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        SqlLine line = new SqlLine();
        line.setOutputStream(out);
        line.setErrorStream(out);
        String[] arguments = {"--silent=true", "--historyFile=" + folder.resolve("history"), "-f", script.toString()};
        assertThat(line.begin(arguments, null, false))
                .as(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(SqlLine.Status.OK);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
