package io.github.paradigmreporting.kafka;

import java.util.List;

/** Every figure that operators see. */
final class Metrics {
    /** Of a unit: a report, of one company or of all together. */
    static final List<Metric<UnitMeter>> OF_UNIT = List.of(
            new Metric<>(
                    "state",
                    "What it does: reading, waiting (for the next pass), retrying (after a failure that may pass), parked"
                            + " (refused by the instance) or failed.",
                    meter -> meter.state().text()),
            new Metric<>("failures-in-a-row", "Passes that failed since the last good one.", UnitMeter::failures),
            new Metric<>(
                    "seconds-since-success",
                    "Time since a pass ended well; -1 when none has yet.",
                    UnitMeter::secondsSinceSuccess),
            new Metric<>("passes-total", "Passes that ended well.", meter -> meter.passes.sum()),
            new Metric<>("pass-requests-done", "Requests of the current pass that are done.", meter -> meter.progress()
                    .windowsDone()),
            new Metric<>(
                    "pass-requests",
                    "Requests of the current pass, as far as known; a backfill has many.",
                    meter -> meter.progress().windowsTotal()),
            new Metric<>("pass-percent", "Share of the current pass that is done.", UnitMeter::percent),
            new Metric<>(
                    "requests-total",
                    "Requests sent, repeated ones and redirects included.",
                    meter -> meter.requests.sum()),
            new Metric<>("retries-total", "Requests that repeated another.", meter -> meter.retries.sum()),
            new Metric<>("answers-2xx-total", "Answers below 400.", meter -> meter.succeeded.sum()),
            new Metric<>("answers-4xx-total", "Answers from 400 to 499, without 429.", meter -> meter.refused.sum()),
            new Metric<>("answers-429-total", "Answers that asked for fewer requests.", meter -> meter.throttled.sum()),
            new Metric<>("answers-5xx-total", "Answers from 500 on.", meter -> meter.broken.sum()),
            new Metric<>("unanswered-total", "Requests without an answer.", meter -> meter.unanswered.sum()),
            new Metric<>(
                    "waited-ms-total",
                    "Time that requests were held back by the request limits or between attempts, in milliseconds.",
                    meter -> meter.waitedMillis.sum()),
            new Metric<>("bytes-total", "Bytes of JSON read, unpacked.", meter -> meter.bytes.sum()),
            new Metric<>("rows-read-total", "Rows read, changed or not.", meter -> meter.rows.sum()));

    /** Of one report for one company. */
    static final List<Metric<CompanyMeter>> OF_COMPANY = List.of(
            new Metric<>("slices-total", "Slices (a company's day) handed to Connect.", meter -> meter.slices.sum()),
            new Metric<>("rows-new-total", "Rows sent for the first time.", meter -> meter.newRows.sum()),
            new Metric<>(
                    "rows-restated-total", "Rows sent again because they changed.", meter -> meter.restatedRows.sum()),
            new Metric<>("rows-vanished-total", "Rows that vanished.", meter -> meter.vanishedRows.sum()),
            new Metric<>(
                    "lag-days",
                    "Days from the last final one to today; the look-back and the settle delay when all is well, -1 when no day"
                            + " is final yet.",
                    CompanyMeter::lagDays),
            new Metric<>(
                    "offset-bytes",
                    "Size of what the connector remembers of the company in its offset.",
                    CompanyMeter::stateSize));

    /** Of what waits for Kafka in a task. */
    static final List<Metric<SliceQueue>> OF_QUEUE = List.of(
            new Metric<>("queue-records", "Records that wait for Kafka.", SliceQueue::records),
            new Metric<>("queue-bytes", "Memory of the records that wait for Kafka, estimated.", SliceQueue::bytes));

    /** Of what a task handed to Connect. */
    static final List<Metric<Delivery>> OF_DELIVERY = List.of(
            new Metric<>("records-written-total", "Records that Kafka has.", meter -> meter.written.sum()),
            new Metric<>(
                    "records-dropped-total",
                    "Records that Connect dropped before they reached Kafka, because of a transform or converter.",
                    meter -> meter.dropped.sum()),
            new Metric<>(
                    "seconds-waiting-for-kafka",
                    "Time for which Connect has held records without handing them to Kafka; 0 when it holds none. It"
                            + " grows when a topic is missing.",
                    Delivery::secondsWaiting));

    private Metrics() {}
}
