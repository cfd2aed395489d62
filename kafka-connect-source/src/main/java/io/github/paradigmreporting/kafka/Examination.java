package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at an instance with a connector's configuration: may it read, what is there, how long would history take. */
final class Examination implements ExchangeListener {
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
    private static final int COMPANIES_SHOWN = 20;
    private static final long BUFFER_BYTES = 512 * 1024;

    private final ConnectorConfig config;
    private final Findings findings;
    private final InstantSource clock;
    private @Nullable Duration ahead;

    Examination(ConnectorConfig config, Findings findings, InstantSource clock) {
        this.config = config;
        this.findings = findings;
        this.clock = clock;
    }

    /** What one request of a report brought. */
    private record Sample(Report<?> report, long rows, Duration took) {}

    void run() {
        try (ParadigmReportingClient client =
                config.clientBuilder(clock).attempts(2).build()) {
            List<Sample> samples = new ArrayList<>();
            for (Report<?> report : config.reports()) {
                Sample sample = ask(client, report);
                if (sample != null) {
                    samples.add(sample);
                } else if (ahead == null) {
                    return;
                }
            }
            if (samples.isEmpty()) {
                return;
            }
            examineClock();
            Integer companies = companies(client);
            if (companies != null) {
                estimate(client, samples, companies);
            }
        }
    }

    private <R extends Row> @Nullable Sample ask(ParadigmReportingClient client, Report<R> report) {
        LocalDate today = today();
        LocalDate from = today.minusDays(config.get(Settings.WINDOW_DAYS) - 1L);
        LocalDate start = config.get(Settings.START_DATE).resolve(today);
        Set<Long> listed = config.companies();
        ReportQuery<R> query = ReportQuery.of(report, from.isBefore(start) ? start : from, today)
                .ofCompanies(
                        listed == null ? Set.of() : Set.of(listed.iterator().next()));
        Instant began = clock.instant();
        long count = 0;
        try (var rows = client.window(query, BUFFER_BYTES, this)) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        } catch (ReportingException e) {
            refused(report, e);
            return null;
        }
        Duration took = Duration.between(began, clock.instant());
        findings.good("The key may read " + report + ": " + count + " rows in " + query.window() + ", in "
                + took.toMillis() + " ms");
        return new Sample(report, count, took);
    }

    private void refused(Report<?> report, ReportingException error) {
        String said = "Report " + report + " (" + error.kind() + "): " + Messages.of(error);
        if (error.kind() == ErrorKind.NOT_OFFERED && ahead != null) {
            findings.warn(said + ". Leave it out of " + ConnectSettings.name(ConnectSettings.REPORTS));
        } else {
            findings.bad(said);
        }
    }

    private void examineClock() {
        Duration difference = ahead;
        if (difference == null) {
            findings.warn("The instance does not say what time it is; this machine's clock decides which days settle");
        } else if (difference.abs().compareTo(CLOCKS_MAY_DIFFER) > 0) {
            findings.warn("The instance's clock is " + difference.abs().toMinutes() + " minutes "
                    + (difference.isNegative() ? "behind" : "ahead of")
                    + " this machine's; days settle by the instance's, but one of the two is wrong");
        } else {
            findings.good("The instance's clock agrees with this machine's");
        }
    }

    private @Nullable Integer companies(ParadigmReportingClient client) {
        Set<Long> listed = config.companies();
        Set<Long> seen;
        try {
            seen = new CompanySearch(client).companies(today());
        } catch (ReportingException e) {
            findings.bad("Looking for companies (" + e.kind() + "): " + Messages.of(e));
            return null;
        }
        String role = seen.size() == 1 ? "one company: that of a company admin, as a rule" : seen.size() + " companies";
        String names = seen.stream()
                .limit(COMPANIES_SHOWN)
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
        findings.good("The key sees " + role + " (" + names + (seen.size() > COMPANIES_SHOWN ? ", …" : "") + ")");
        if (listed == null) {
            return seen.size();
        }
        for (long company : listed) {
            if (!seen.contains(company)) {
                findings.warn("Company " + company + " of " + ConnectSettings.name(Settings.COMPANIES)
                        + " is not among them");
            }
        }
        return listed.size();
    }

    /** Requests by the plan, rows by the sample, time by the slower of the instance and the limit per minute. */
    private void estimate(ParadigmReportingClient client, List<Sample> samples, int companies) {
        LocalDate today = today();
        LocalDate start = config.get(Settings.START_DATE).resolve(today);
        long days = Math.max(1, ChronoUnit.DAYS.between(start, today) + 1);
        int windowDays = config.get(Settings.WINDOW_DAYS);
        long windows = (days + windowDays - 1) / windowDays + 1;
        boolean each = config.companies() != null || config.discovers();
        long requests = 0;
        double rows = 0;
        Duration answers = Duration.ZERO;
        for (Sample sample : samples) {
            boolean daily = sample.report().grain() == Grain.DAY;
            long asked = (daily ? windows : 1) * (each ? companies : 1);
            requests += asked;
            // In list mode the sample is one company's, in the others everybody's.
            double repeated = config.companies() == null ? (daily ? windows : 1) : asked;
            rows += sample.rows() * repeated;
            answers = answers.plus(sample.took().multipliedBy((long) repeated));
            sizeOfOffsets(sample, Math.min(days, windowDays), config.companies() == null ? companies : 1);
        }
        Duration byInstance = answers.dividedBy(client.maxConcurrentRequests());
        Duration byLimit = Duration.ofMinutes(requests / config.get(Settings.REQUESTS_PER_MINUTE));
        Duration longer = byInstance.compareTo(byLimit) > 0 ? byInstance : byLimit;
        findings.good("History from " + start + ", " + days + " days: about " + requests + " requests and "
                + Math.round(rows) + " rows, about " + Math.max(1, longer.toMinutes()) + " min");
    }

    private void sizeOfOffsets(Sample sample, long days, int companies) {
        if (sample.report().grain() != Grain.DAY || companies == 0) {
            return;
        }
        long kept = Math.max(config.get(Settings.LOOK_BACK_DAYS), config.get(ConnectSettings.RECHECK_DAYS)) + 1L;
        long bytes = sample.rows() * kept / days / companies * 13;
        if (bytes > config.get(ConnectSettings.OFFSET_LIMIT) / 2) {
            findings.warn("The offsets of " + sample.report() + " would have about " + bytes + " bytes per company, "
                    + ConnectSettings.name(ConnectSettings.OFFSET_LIMIT) + " is "
                    + config.get(ConnectSettings.OFFSET_LIMIT) + "; remember fewer days");
        }
    }

    private LocalDate today() {
        Duration difference = ahead;
        Instant now = clock.instant();
        return LocalDate.ofInstant(difference == null ? now : now.plus(difference), config.get(Settings.ZONE));
    }

    @Override
    public void answered(int attempt, int status, @Nullable Instant serverTime) {
        if (serverTime != null) {
            ahead = Duration.between(clock.instant(), serverTime);
        }
    }
}
