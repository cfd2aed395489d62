package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at offsets that somebody wants to write by Connect's REST interface: Connect would store anything, and a task
 * would stumble over it later. A missing offset, which resets a partition, is always fine.
 */
final class OffsetCheck {
    private static final SourcePartition EXAMPLE = new SourcePartition("", "", "");

    private static final String COMPANY = "[1-9]\\d{0,17}";

    private final ConnectorConfig config;
    private final String instance;
    private final LocalDate today;

    OffsetCheck(ConnectorConfig config, String instance, LocalDate today) {
        this.config = config;
        this.instance = instance;
        this.today = today;
    }

    /**
     * Looks at one partition and its offset.
     *
     * @throws ConnectException when a task would not understand or never read it; names the entry, its value and type,
     *     and shows a valid example
     */
    void accept(Map<String, ?> partition, @Nullable Map<String, ?> offset) {
        SourcePartition where = partition(partition, offset != null);
        if (offset == null) {
            return;
        }
        try {
            if (where.company().equals(SourcePartition.DIRECTORY)) {
                String all = SourceOffset.directory(offset).state();
                if (all != null) {
                    checkState(where, all);
                }
            } else {
                checkState(where, SourceOffset.state(offset, where.company()));
            }
        } catch (IllegalArgumentException | InvalidSettingException e) {
            throw new ConnectException(
                    "the offset " + offset + " of " + partition + " is not valid: "
                            + (e instanceof InvalidSettingException invalid ? Messages.of(invalid) : e.getMessage())
                            + ". " + exampleOffset(where),
                    e);
        }
    }

    private void checkState(SourcePartition where, String text) {
        FeedState state = SourceOffset.credible(FeedState.decode(text), today);
        if (!state.report().equals(where.report())) {
            throw new IllegalArgumentException(
                    "'state' is of the report " + state.report() + ", not of " + where.report());
        }
    }

    /** A reset may be of a partition that another configuration read: resetting all offsets names every one there is. */
    private SourcePartition partition(@Nullable Map<String, ?> partition, boolean mustBeRead) {
        if (partition == null) {
            throw refused("null", "it is missing");
        }
        if (!EXAMPLE.toMap().keySet().equals(partition.keySet())) {
            throw refused(partition, "it must have exactly the entries instance, report and company");
        }
        List<String> order = List.copyOf(EXAMPLE.toMap().keySet());
        if (!order.equals(List.copyOf(partition.keySet()))) {
            throw refused(partition, "its entries must be in the order " + order + ", or Connect would not find it");
        }
        SourcePartition where = new SourcePartition(
                text(partition, SourcePartition.INSTANCE_KEY),
                text(partition, SourcePartition.REPORT_KEY),
                text(partition, SourcePartition.COMPANY_KEY));
        if (!mustBeRead) {
            checkForm(partition, where);
            return where;
        }
        if (!where.instance().equals(instance)) {
            throw refused(partition, "'instance' must be this connector's '" + instance + "'");
        }
        if (config.discovers() && where.report().equals(SourcePartition.ALL_REPORTS)) {
            if (!where.company().equals(SourcePartition.DIRECTORY)) {
                throw refused(partition, "'company' must be '*' where 'report' is '*', the list of companies");
            }
            return where;
        }
        Set<String> names = config.reports().stream().map(Report::name).collect(Collectors.toSet());
        if (!names.contains(where.report())) {
            throw refused(partition, "'report' must be one of this connector's reports " + names);
        }
        checkCompany(partition, where.company());
        return where;
    }

    private void checkForm(Map<String, ?> partition, SourcePartition where) {
        if (!where.report().equals(SourcePartition.ALL_REPORTS)
                && Reports.ALL.stream().noneMatch(report -> report.name().equals(where.report()))) {
            throw refused(partition, "'report' is no report's name");
        }
        if (!where.company().equals(SourcePartition.DIRECTORY)
                && !where.company().matches(COMPANY)) {
            throw refused(partition, "'company' must be a company's id as a text, or '*' for the list of companies");
        }
    }

    private void checkCompany(Map<String, ?> partition, String company) {
        Set<Long> companies = config.companies();
        boolean directory = company.equals(SourcePartition.DIRECTORY);
        if (!directory && !company.matches(COMPANY)) {
            throw refused(partition, "'company' must be a company's id as a text, or '*' for the list of companies");
        }
        if (config.discovers() && directory) {
            throw refused(partition, "there is no list of companies when they are discovered");
        }
        if (companies != null && (directory || !companies.contains(Long.valueOf(company)))) {
            throw refused(partition, "'company' must be one of this connector's companies " + companies);
        }
    }

    private String text(Map<String, ?> partition, String key) {
        Object value = partition.get(key);
        if (value instanceof String text) {
            return text;
        }
        throw refused(partition, "'" + key + "' must be a text, not " + SourceOffset.describe(value));
    }

    private ConnectException refused(Object partition, String problem) {
        Set<Long> companies = config.companies();
        String report = config.reports().iterator().next().name();
        String company = companies == null ? "2" : companies.iterator().next().toString();
        String example = new SourcePartition(instance, report, company)
                .toMap().entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                        .collect(Collectors.joining(", "));
        return new ConnectException(
                "the partition " + partition + " is not valid: " + problem + ". A valid one is {" + example + "}.");
    }

    private static String exampleOffset(SourcePartition where) {
        return where.company().equals(SourcePartition.DIRECTORY)
                ? "A valid one is {\"version\": 1, \"companies\": \"2,7\"}; null resets the list."
                : "A valid one was written by this connector: GET the connector's offsets for one; null resets the"
                        + " partition, so that its rows are sent again.";
    }
}
