package io.github.paradigmreporting.examples.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SimulatorExtension.class)
final class UsageAlertsTest {
    private final Path state;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Receiver webhook = new Receiver();

    UsageAlertsTest(@TempDir Path state) throws Exception {
        this.state = state;
    }

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
        webhook.close();
    }

    @Test
    void tellsBothWhoWasAboveTheLimitAndTellsAgainWhenTheDayIsRestated(ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        simulator.edits().set(Reports.SESSIONS, 2, yesterday, "user_queries_count", 70_000L);
        try (Started routes = start(simulator)) {
            await().atMost(ONE_MINUTE).until(() -> !webhook.received().isEmpty());

            simulator.edits().set(Reports.SESSIONS, 2, yesterday, "user_queries_count", 80_000L);
            await().atMost(ONE_MINUTE).until(() -> webhook.received().size() == 2);
        }

        MimeMessage[] mails = mail.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("Northwind: 70000 questions on " + yesterday);
        assertThat(mails[0].getAllRecipients()).extracting(Object::toString).containsExactly("it@example.com");
        assertThat(GreenMailUtil.getBody(mails[1])).contains("asked 80000 questions", "the limit is 50000");
        assertThat(webhook.received())
                .extracting(Receiver.Received::body)
                .containsExactly(
                        "{\"company\":2,\"day\":\"" + yesterday + "\",\"questions\":70000}",
                        "{\"company\":2,\"day\":\"" + yesterday + "\",\"questions\":80000}");
    }

    @Test
    void tellsBothAgainWhenOneWasNotThere(ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        simulator.edits().set(Reports.SESSIONS, 2, yesterday, "user_queries_count", 70_000L);
        webhook.refuse(1);
        try (Started routes = start(simulator)) {
            await().atMost(ONE_MINUTE).until(() -> !webhook.received().isEmpty());
        }

        assertThat(webhook.received()).hasSize(1);
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    private Started start(ParadigmSimulator simulator) throws Exception {
        return new Started(
                simulator,
                state,
                Map.of(
                        "poll",
                        "200ms",
                        "alert.limit",
                        "50000",
                        "alert.mail",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?from=usage@example.com&to=it@example.com",
                        "alert.webhook",
                        webhook.url() + "/alerts"),
                new UsageAlerts());
    }
}
