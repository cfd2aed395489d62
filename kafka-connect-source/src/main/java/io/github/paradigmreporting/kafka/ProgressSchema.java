package io.github.paradigmreporting.kafka;

import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The schemas of progress records. */
final class ProgressSchema {
    private static final String NAME = "io.github.paradigmreporting.Progress";
    /** As of a report's values: raised when an optional field is added. */
    private static final int VERSION = 1;

    static final String EVENT = "event";
    static final String INSTANCE = "instance";
    static final String REPORT = "report";
    static final String COMPANY = "company_id";
    static final String DAY = "date";
    static final String NEW_ROWS = "new_rows";
    static final String RESTATED_ROWS = "restated_rows";
    static final String VANISHED_ROWS = "vanished_rows";
    static final String FINAL_THROUGH = "final_through";
    static final String OBSERVED_AT = "observed_at";

    /** What a progress record is about: the last one of each key is where things stand. Never changes, as keys of rows. */
    static final Schema KEY = SchemaBuilder.struct()
            .name(NAME + "Key")
            .version(1)
            .field(INSTANCE, Schema.STRING_SCHEMA)
            .field(REPORT, Schema.STRING_SCHEMA)
            .field(COMPANY, Schema.OPTIONAL_INT64_SCHEMA)
            .build();

    static final Schema VALUE = SchemaBuilder.struct()
            .name(NAME)
            .version(VERSION)
            .doc("One step of the connector: a company's day was compared with the instance, a company was found, or"
                    + " the position was taken back because rows were dropped before they reached Kafka.")
            .field(EVENT, doc(SchemaBuilder.string(), "slice, company_found or rows_dropped."))
            .field(INSTANCE, doc(SchemaBuilder.string(), "Address of the instance."))
            .field(REPORT, doc(SchemaBuilder.string(), "Name of the report; * where a company was discovered for all."))
            .field(COMPANY, doc(SchemaBuilder.int64().optional(), "Id of the company; null when about all."))
            .field(DAY, doc(Date.builder().optional(), "Day compared; null when about no single day."))
            .field(NEW_ROWS, doc(SchemaBuilder.int64(), "Rows sent for the first time."))
            .field(RESTATED_ROWS, doc(SchemaBuilder.int64(), "Rows sent again because they changed."))
            .field(VANISHED_ROWS, doc(SchemaBuilder.int64(), "Rows that are gone."))
            .field(
                    FINAL_THROUGH,
                    doc(Date.builder().optional(), "Last day that is final: it and all before it are settled."))
            .field(OBSERVED_AT, doc(Timestamp.builder(), "When the instance was asked."))
            .build();

    private ProgressSchema() {}

    private static Schema doc(SchemaBuilder builder, String text) {
        return builder.doc(text).build();
    }
}
