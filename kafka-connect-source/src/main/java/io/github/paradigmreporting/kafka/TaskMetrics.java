package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics of one task: of its queue, of its units, and of each company in each report. Safe for threads. */
final class TaskMetrics implements AutoCloseable {
    /** More companies than that in one task would bury a monitoring system. */
    static final int MOST_COMPANIES = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(TaskMetrics.class);

    private final MetricsBoard board;
    private final InstanceClock clock;
    private final ZoneId zone;
    private int companies;

    TaskMetrics(MetricsBoard board, InstanceClock clock, ZoneId zone) {
        this.board = board;
        this.clock = clock;
        this.zone = zone;
    }

    /** Metrics where this worker can show them. */
    static TaskMetrics of(
            SourceTaskContext context, ConnectorConfig config, Map<String, String> props, InstanceClock clock) {
        MetricsBoard board = WorkerMetrics.of(context);
        if (board == null) {
            board = new ManagedBeans(props.getOrDefault("name", ""), props.getOrDefault(TaskUnits.NUMBER_KEY, "0"));
        }
        return new TaskMetrics(board, clock, config.get(Settings.ZONE));
    }

    void show(SliceQueue queue) {
        board.show(Metrics.OF_QUEUE, queue, tags("queue"));
    }

    void show(Delivery delivery) {
        board.show(Metrics.OF_DELIVERY, delivery, tags("delivery"));
    }

    /** The meter of a unit, shown from now on. */
    UnitMeter meter(WorkUnit unit) {
        UnitMeter meter = new UnitMeter(clock);
        String company = unit.company() == null ? "all" : unit.company().toString();
        board.show(
                Metrics.OF_UNIT, meter, tags("requests", "report", unit.report().name(), "company", company));
        return meter;
    }

    /** The meter of a company in a report; shown, too, unless there are too many. */
    synchronized CompanyMeter meter(Report<?> report, long company) {
        CompanyMeter meter = new CompanyMeter(clock, zone);
        companies++;
        if (companies <= MOST_COMPANIES) {
            board.show(
                    Metrics.OF_COMPANY,
                    meter,
                    tags("rows", "report", report.name(), "company", Long.toString(company)));
        } else if (companies == MOST_COMPANIES + 1) {
            LOG.warn(
                    "This task has more than {} companies over all its reports; the others have no metrics of their own",
                    MOST_COMPANIES);
        }
        return meter;
    }

    private static Map<String, String> tags(String about, String... more) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("about", about);
        for (int i = 0; i < more.length; i += 2) {
            tags.put(more[i], more[i + 1]);
        }
        return tags;
    }

    @Override
    public void close() {
        board.close();
    }
}
