package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cheap question to the instance, to see whether a configuration would work. */
final class LiveProbe {
    /** Connect answers a posted configuration within 90 s; a person waits for it. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    /** Shorter, so that an address without a server differs from an instance that is slow. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(LiveProbe.class);

    private LiveProbe() {}

    /**
     * What is wrong.
     *
     * @param setting base name of the setting to correct
     * @param message what was asked, what came, what to do
     */
    record Finding(String setting, String message) {}

    /**
     * Asks for one day of the first report.
     *
     * @return what is wrong with the configuration, or null when nothing is, or only something that may pass
     */
    static @Nullable Finding of(ConnectorConfig config, Clock clock) {
        Report<?> report = config.reports().iterator().next();
        try (ParadigmReportingClient client = config.clientBuilder(clock)
                .attempts(1)
                .totalTimeout(LIMIT)
                .answerTimeout(LIMIT)
                .set(Settings.CONNECT_TIMEOUT, CONNECT_LIMIT.toString())
                .build()) {
            LocalDate today = LocalDate.now(clock.withZone(config.get(Settings.ZONE)));
            Set<Long> companies = config.companies();
            var query = ReportQuery.of(report, today, today)
                    .ofCompanies(
                            companies == null
                                    ? Set.of()
                                    : Set.of(companies.iterator().next()));
            try (var rows = client.rows(query)) {
                LOG.debug("The instance answered, {} rows for today", rows.hasNext() ? "with" : "without");
            }
            return null;
        } catch (InvalidSettingException e) {
            return new Finding(e.setting(), Messages.of(e));
        } catch (ReportingException e) {
            Setting<?> blamed = blamed(e.kind(), config);
            if (blamed == null) {
                LOG.warn(
                        "The configuration could not be tried by one request of at most {} s; it is accepted all the same."
                                + " {}=false sends none. {}",
                        LIMIT.toSeconds(),
                        ConnectSettings.name(ConnectSettings.VALIDATE_PROBE),
                        Messages.of(e));
                return null;
            }
            return new Finding(
                    blamed.name(),
                    Messages.of(e) + " (one request of at most " + LIMIT.toSeconds() + " s; "
                            + ConnectSettings.name(ConnectSettings.VALIDATE_PROBE)
                            + "=false accepts the configuration without it)");
        }
    }

    /** The setting that an error points at, or null when the error may pass. */
    private static @Nullable Setting<?> blamed(ErrorKind kind, ConnectorConfig config) {
        return switch (kind) {
            case AUTHENTICATION -> config.given(Settings.API_KEY_FILE) ? Settings.API_KEY_FILE : Settings.API_KEY;
            case ACCESS_DENIED -> config.companies() == null ? ConnectSettings.REPORTS : Settings.COMPANIES;
            case CONNECTION, NOT_OFFERED, UNEXPECTED_RESPONSE -> Settings.BASE_URL;
            case REJECTED, INVALID_QUERY -> ConnectSettings.REPORTS;
            case INVALID_SETTING -> Settings.BASE_URL;
            case RATE_LIMITED, UNAVAILABLE, TIMEOUT, CANCELLED -> null;
        };
    }
}
