package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that were damaged on their way: nothing of them is taken, and the next attempt counts. */
class DamagedBodyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String RIGHT = Answers.sessions(2, DAY, DAY);
    private static final byte[] BODY = RIGHT.getBytes(StandardCharsets.UTF_8);

    private final FakeTime time = new FakeTime();

    static Stream<Arguments> damagedBodies() {
        byte[] packed = RawServer.gzip(RIGHT);
        byte[] otherChecksum = packed.clone();
        otherChecksum[packed.length - 8] ^= 1;
        byte[] otherSize = packed.clone();
        otherSize[packed.length - 1] ^= 1;
        String gzip = "Content-Encoding: gzip";
        String chunk = Integer.toHexString(BODY.length) + "\r\n" + RIGHT + "\r\n";
        return Stream.of(
                arguments("a length of more than came", RawServer.ok(BODY, length(BODY.length + 9))),
                arguments("a missing last chunk", chunks(chunk)),
                arguments("a cut last chunk", chunks(chunk + "0\r\n")),
                arguments("a chunk without a size", chunks(chunk + "zz\r\n{}\r\n0\r\n\r\n")),
                arguments("another checksum", gzip(otherChecksum)),
                arguments("another size", gzip(otherSize)),
                arguments("no checksum", gzip(Arrays.copyOf(packed, packed.length - 8))),
                arguments("half a checksum", gzip(Arrays.copyOf(packed, packed.length - 3))),
                arguments("a byte behind the checksum", gzip(join(packed, new byte[1]))),
                arguments("text behind the checksum", gzip(join(packed, "garbage".getBytes(StandardCharsets.UTF_8)))),
                arguments("many bytes behind the checksum", gzip(join(packed, new byte[40_000]))),
                arguments("a second answer behind the first", gzip(join(packed, packed))),
                arguments("plain text instead of gzip", RawServer.ok(BODY, gzip, length(BODY.length))),
                arguments("no body", RawServer.ok(new byte[0], length(0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damagedBodies")
    void isRequestedAgain(String what, RawServer.Sent damaged) {
        try (RawServer server = new RawServer(damaged, RawServer.ok(BODY, length(BODY.length)));
                ParadigmReportingClient client = client(server, 5)) {
            assertThat(rows(client)).extracting(SessionsDay::sessionsCount).containsExactly(2L);
            assertThat(server.requests).hasValue(2);
        }
        try (RawServer server = new RawServer(damaged);
                ParadigmReportingClient client = client(server, 1)) {
            assertThatThrownBy(() -> rows(client))
                    .isInstanceOfAny(ConnectionFailedException.class, UnexpectedResponseException.class)
                    .hasMessageContaining("sessions");
        }
    }

    @Test
    void anAnswerInSeveralGzipMembersIsWhole() {
        int half = RIGHT.length() / 2;
        for (int behind : List.of(0, 20, 40_000)) {
            byte[] packed = join(
                    RawServer.gzip(RIGHT.substring(0, half)),
                    join(RawServer.gzip(RIGHT.substring(half)), RawServer.gzip(" ".repeat(behind))));
            try (RawServer server = new RawServer(gzip(packed));
                    ParadigmReportingClient client = client(server, 1)) {
                assertThat(rows(client)).hasSize(1);
            }
        }
    }

    /** The JDK's client fails between head and body of such an answer, or waits for bytes that never come. */
    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "1e2", "99999999999999999999", "7, 7", ""})
    void aLengthThatIsNoneFailsAtOnceThoughTheConnectionStaysOpen(String length) {
        try (RawServer server = new RawServer(RawServer.okAndWait(BODY, "Content-Length: " + length));
                ParadigmReportingClient client = client(server, 1)) {
            assertThatThrownBy(() -> rows(client)).isInstanceOf(ConnectionFailedException.class);
        }
    }

    @Test
    void twoLengthsThatDifferAreNone() {
        try (RawServer server = new RawServer(
                        RawServer.okAndWait(BODY, length(BODY.length), "Content-Length: " + (BODY.length + 1)));
                ParadigmReportingClient client = client(server, 1)) {
            assertThatThrownBy(() -> rows(client))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("is no length");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void anAttemptThatTheHttpClientMadeTwiceCountsTwice(int attempts) {
        try (RawServer server = new RawServer(RawServer.nothing());
                ParadigmReportingClient client = client(server, attempts)) {
            assertThatThrownBy(() -> rows(client)).isInstanceOf(ConnectionFailedException.class);
            assertThat(server.requests).hasValue(attempts);
        }
    }

    private ParadigmReportingClient client(RawServer server, int attempts) {
        return ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl(server.url())
                .apiKey("key")
                .attempts(attempts)
                .time(time)
                .build();
    }

    private static List<SessionsDay> rows(ParadigmReportingClient client) {
        return client.rows(ReportQuery.of(Reports.SESSIONS, DAY, DAY)).toList();
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes;
    }

    private static RawServer.Sent chunks(String chunks) {
        return RawServer.ok(chunks.getBytes(StandardCharsets.UTF_8), "Transfer-Encoding: chunked");
    }

    private static RawServer.Sent gzip(byte[] packed) {
        return RawServer.ok(packed, "Content-Encoding: gzip", length(packed.length));
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
