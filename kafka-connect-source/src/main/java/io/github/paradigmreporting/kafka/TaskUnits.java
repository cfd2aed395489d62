package io.github.paradigmreporting.kafka;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;

/** How the connector tells a task its units: one more entry in the task's configuration, never written by users. */
final class TaskUnits {
    static final String KEY = "paradigm.task.units";

    /** The task's number, for the names of its metrics. */
    static final String NUMBER_KEY = "paradigm.task.number";

    /** Companies that the connector discovered: the first task remembers them in an offset. */
    static final String COMPANIES_KEY = "paradigm.task.companies";

    private TaskUnits() {}

    static String write(List<WorkUnit> units) {
        return units.stream().map(WorkUnit::toString).collect(Collectors.joining(","));
    }

    static String writeCompanies(Collection<Long> companies) {
        return companies.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The companies that this task remembers; none for all tasks but the first. */
    static List<Long> companies(Map<String, String> props) {
        String text = props.getOrDefault(COMPANIES_KEY, "");
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    static List<WorkUnit> read(Map<String, String> props) {
        String text = props.get(KEY);
        if (text == null) {
            throw new ConnectException("the task's configuration lacks " + KEY + "; tasks are made by the connector");
        }
        return Arrays.stream(text.split(",")).map(WorkUnit::parse).toList();
    }
}
