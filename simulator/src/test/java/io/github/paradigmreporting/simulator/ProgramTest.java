package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program's options and what it says about wrong ones. */
class ProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsEveryOptionWithItsDefault() {
        assertThat(run("--help")).isZero();

        for (Option option : Options.ALL) {
            assertThat(text(out)).contains("\n  " + option.usage()).contains(option.help());
        }
        assertThat(text(err)).isEmpty();
        assertThat(text(out).lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void isDescribedInTheReadmeAsInItsHelp() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains("```text\n" + Help.text() + "```");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--prot 80 | there is no option '--prot'; did you mean --port?",
                "--colour=red | there is no option '--colour'",
                "80 | there is no option '80'",
                "--companies many | --companies cannot be 'many': write --companies N",
                "--companies -1 | --companies cannot be '-1': companies must be at least 0, not -1",
                "--port 65536 | --port cannot be '65536': port must be between 0 and 65535, not 65536",
                "--from 2024-02-30 | --from cannot be '2024-02-30': write --from YYYY-MM-DD",
                "--now yesterday | --now cannot be 'yesterday': write --now INSTANT",
                "--zone Mars | --zone cannot be 'Mars': write --zone ZONE",
                "--tools tree | --tools cannot be 'tree': write one of list|nested",
                "--latency 3 | --latency cannot be '3': write a time such as 250ms or 2s",
                "--drift 1.5 | --drift cannot be '1.5': drift must be between 0 and 1, not 1.5",
                "--bad-key-status 400 | --bad-key-status cannot be '400': badKeyStatus is 401 or 403, not 400",
                "--company-key abc | --company-key cannot be 'abc': write the key, =, and the id of its company",
                "--fault tools=often | --fault cannot be 'tools=often': 'tools=often' is not a fault rule; write",
                "--legacy=yes | --legacy takes no value, not even 'yes'; leave it out",
                "--seed | --seed needs a value: --seed N",
            })
    void namesAWrongOptionItsValueAndTheRemedy(String arguments, String message) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);

        assertThat(text(err)).startsWith(message).endsWith("--help lists every option.\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysWhenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);

            assertThat(text(err))
                    .startsWith("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("choose another port, or 0 for a free one");
        }
    }

    @Test
    void takesEverySwitch() throws Arguments.WrongOption {
        Arguments arguments = Arguments.parse(
                "--port=0",
                "--companies",
                "5",
                "--late-companies=1",
                "--from",
                "2024-01-01",
                "--seed=9",
                "--key=k k",
                "--company-key=a=b=4",
                "--user-key=u",
                "--host=127.0.0.1",
                "--scale=2",
                "--documents-per-day=3",
                "--drift=0.2",
                "--settle-days=4",
                "--vanishing=0.1",
                "--now=2026-03-02T14:30:00Z",
                "--speed=0",
                "--zone=Europe/Paris",
                "--zero-filled",
                "--list-inactive",
                "--legacy",
                "--empty",
                "--whole-lengths",
                "--null-timestamps",
                "--zero-averages",
                "--shuffled",
                "--tools=nested",
                "--lie=duplicate-day",
                "--bad-key-status=403",
                "--foreign-company=not-found",
                "--reversed-range=empty",
                "--no-gzip",
                "--latency=10ms",
                "--latency-per-day=1ms",
                "--concurrency=9",
                "--overload=refused",
                "--requests-per-minute=70",
                "--retry-after=date",
                "--fault",
                "tools*1=429",
                "--fault=*=hang",
                "--log");

        SimulatorBuilder builder = arguments.builder(new PrintStream(out, true, StandardCharsets.UTF_8));

        AnswerOptions answers = builder.answerOptions();
        assertThat(answers)
                .isEqualTo(new AnswerOptions(
                        true, true, true, true, true, true, true, ToolsShape.NESTED, true, Lie.DUPLICATE_DAY));
        assertThat(builder.dataOptions())
                .isEqualTo(new DataOptions(9, 5, 1, LocalDate.parse("2024-01-01"), 2, 3, 0.2, 4, 0.1));
        ServerOptions server = builder.serverOptions();
        assertThat(server.clock().getZone()).hasToString("Europe/Paris");
        assertThat(server.clock().instant()).hasToString("2026-03-02T14:30:00Z");
        assertThat(server)
                .usingRecursiveComparison()
                .ignoringFields("clock")
                .isEqualTo(new ServerOptions(
                        "127.0.0.1",
                        0,
                        server.clock(),
                        false,
                        java.time.Duration.ofMillis(10),
                        java.time.Duration.ofMillis(1),
                        9,
                        Overload.REFUSED,
                        70,
                        RetryAfter.DATE,
                        403,
                        ForeignCompany.NOT_FOUND,
                        ReversedRange.EMPTY));
        try (ParadigmSimulator simulator = builder.start()) {
            assertThat(simulator.key()).isEqualTo("k k");
            assertThat(simulator.dataset().companies()).hasSize(5);
            assertThat(simulator.faults().pending()).isEqualTo(1);
            assertThat(Asking.get(simulator, "/elsewhere?a").statusCode()).isEqualTo(404);
            assertThat(text(out)).startsWith("2026-03-02T14:30:00Z GET /elsewhere?a 404 ");
        }
    }

    private int run(String... arguments) {
        return new Program(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
