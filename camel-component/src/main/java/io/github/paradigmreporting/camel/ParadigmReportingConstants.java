package io.github.paradigmreporting.camel;

import org.apache.camel.spi.Metadata;

/** Names of the message headers. Nothing an instance answers ever becomes a header's name. */
public final class ParadigmReportingConstants {
    /** Report of the rows. */
    @Metadata(label = "both", description = "The name of the report the body is from.", javaType = "String")
    public static final String REPORT = "CamelParadigmReportingReport";

    /** Company of the row. */
    @Metadata(label = "consumer", description = "The id of the company the row is about.", javaType = "Long")
    public static final String COMPANY_ID = "CamelParadigmReportingCompanyId";

    /** Name of the company. */
    @Metadata(
            label = "consumer",
            description = "The name of the company the row is about, when the instance gives one.",
            javaType = "String")
    public static final String COMPANY_NAME = "CamelParadigmReportingCompanyName";

    /** Day of the row. */
    @Metadata(
            label = "consumer",
            description = "The day the row counts; absent for members.",
            javaType = "java.time.LocalDate")
    public static final String DATE = "CamelParadigmReportingDate";

    /** Key of the row. */
    @Metadata(
            label = "consumer",
            description = "The report and the row's key values as one text, the same whenever the row is sent again; an"
                    + " idempotent receiver overwrites by it.",
            javaType = "String")
    public static final String RECORD_KEY = "CamelParadigmReportingRecordKey";

    /** Version of the row. */
    @Metadata(
            label = "consumer",
            description =
                    "A number that grows with each poll that sends rows, and a digest of the row's values, such as"
                            + " 1774018801-364ee4a7d0c1b2e3: another one whenever the row changes, also back to what it was, and"
                            + " the same where a message comes again after a crash. Together with the record key it names a"
                            + " version of a row once and for all.",
            javaType = "String")
    public static final String REVISION = "CamelParadigmReportingRevision";

    /** What happened to the row. */
    @Metadata(
            label = "consumer",
            description = "What happened to the row: new, restated or removed.",
            javaType = "String",
            enums = "new,restated,removed")
    public static final String CHANGE = "CamelParadigmReportingChange";

    /** Number of rows. */
    @Metadata(
            label = "both",
            description = "How many rows the body holds; absent when the body is an iterator.",
            javaType = "Long")
    public static final String COUNT = "CamelParadigmReportingCount";

    /** First day asked for. */
    @Metadata(
            label = "producer",
            description = "The first day the producer asked for.",
            javaType = "java.time.LocalDate")
    public static final String WINDOW_START = "CamelParadigmReportingWindowStart";

    /** Last day asked for. */
    @Metadata(
            label = "producer",
            description = "The last day the producer asked for.",
            javaType = "java.time.LocalDate")
    public static final String WINDOW_END = "CamelParadigmReportingWindowEnd";

    /** Overrides the report. */
    @Metadata(
            label = "producer",
            description =
                    "Asks for this report instead of the endpoint's. Not the header the consumer sets, so that one"
                            + " report's rows can lead to a question about another.",
            javaType = "String")
    public static final String QUERY_REPORT = "CamelParadigmReportingQueryReport";

    /** Overrides the first day. */
    @Metadata(
            label = "producer",
            description = "First day to ask for instead of the option startDate: a date or an expression such as -P7D.",
            javaType = "String")
    public static final String QUERY_START_DATE = "CamelParadigmReportingQueryStartDate";

    /** Overrides the last day. */
    @Metadata(
            label = "producer",
            description = "Last day to ask for instead of the option endDate: a date or an expression such as -P1D.",
            javaType = "String")
    public static final String QUERY_END_DATE = "CamelParadigmReportingQueryEndDate";

    /** Overrides the companies. */
    @Metadata(
            label = "producer",
            description = "Ids of the companies to ask for instead of the option companies, separated by commas.",
            javaType = "String")
    public static final String QUERY_COMPANIES = "CamelParadigmReportingQueryCompanies";

    private ParadigmReportingConstants() {}
}
