package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.report.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The topics that records go to: one per report, and one for progress. Immutable. */
final class Topics {
    /** Stands for the report's name in the pattern. */
    static final String PLACEHOLDER = "${report}";

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private final Map<String, String> byReport = new LinkedHashMap<>();
    private final String progress;

    /**
     * Works out the topics.
     *
     * @throws InvalidSettingException when a name is not one Kafka takes, or two of them are equal: rows of two reports
     *     may have equal keys, so that a compacted topic would lose one of them
     */
    Topics(String pattern, Collection<? extends Report<?>> reports, String progressTopic) {
        this.progress = legal(ConnectSettings.PROGRESS_TOPIC.name(), progressTopic);
        for (Report<?> report : reports) {
            String topic = legal(ConnectSettings.TOPIC_PATTERN.name(), pattern.replace(PLACEHOLDER, report.name()));
            if (byReport.containsValue(topic)) {
                throw new InvalidSettingException(
                        ConnectSettings.TOPIC_PATTERN.name(),
                        "'" + pattern + "' gives several reports the topic " + topic + "; put " + PLACEHOLDER
                                + " into it");
            }
            if (topic.equals(progress)) {
                throw new InvalidSettingException(
                        ConnectSettings.PROGRESS_TOPIC.name(),
                        "'" + progress + "' is also the topic of the report " + report.name() + "; choose another");
            }
            byReport.put(report.name(), topic);
        }
    }

    /** The topic of a report's rows. */
    String of(Report<?> report) {
        String topic = byReport.get(report.name());
        if (topic == null) {
            throw new IllegalArgumentException("report " + report + " is not streamed");
        }
        return topic;
    }

    /** The topic of the progress records. */
    String progress() {
        return progress;
    }

    private static String legal(String setting, String topic) {
        if (!LEGAL.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
            throw new InvalidSettingException(
                    setting,
                    "'" + topic + "' is not a topic name; Kafka takes up to 249 letters, digits, '.', '_' and '-'");
        }
        return topic;
    }
}
