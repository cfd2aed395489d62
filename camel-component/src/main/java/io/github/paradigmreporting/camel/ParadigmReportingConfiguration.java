package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * All options that the component and its endpoints share. An endpoint starts with a copy of the component's. Not safe for
 * threads.
 */
@UriParams
public class ParadigmReportingConfiguration extends ConnectionConfiguration implements Cloneable {
    @UriParam(description = "Ids of the companies to read; all that the key may see when not set.")
    private @Nullable String companies;

    @UriParam(
            defaultValue = "-P1Y",
            description = "First day to read where nothing narrower is asked: a date, or a period back from today "
                    + "such as -P30D.")
    private @Nullable String startDate;

    @UriParam(
            label = "producer",
            defaultValue = "today",
            description = "Last day to read: a date, today, or a period back from today such as -P1D.")
    private @Nullable String endDate;

    @UriParam(
            defaultValue = "UTC",
            description = "Time zone the instance counts days in; decides which day is today. Days are never "
                    + "shifted by it.")
    private @Nullable String zone;

    @UriParam(
            label = "consumer",
            defaultValue = "3",
            description = "How many days before today the instance may still restate; older days are settled.")
    private @Nullable Integer lookBackDays;

    @UriParam(
            label = "consumer",
            defaultValue = "6h",
            description = "How long after midnight the day before still counts as today, for figures that reach the"
                    + " instance late.")
    private @Nullable Duration settleDelay;

    @UriParam(
            label = "advanced",
            defaultValue = "31",
            description =
                    "Most days in one request; where it is not set, the JDBC driver requests more while answers are small.")
    private @Nullable Integer windowDays;

    @UriParam(
            defaultValue = "Record",
            description =
                    "What a row is in the message body: a typed Java record, a map by column name, or JSON " + "text.")
    private OutputType outputType = OutputType.Record;

    @UriParam(
            label = "security",
            description = "Columns to leave out, such as company_name, separated by commas: they are not read, not "
                    + "compared, and null in a record.")
    private @Nullable String excludeColumns;

    @UriParam(
            label = "security",
            description = "Text columns to replace by a keyed hash (HMAC-SHA-256, as hexadecimal digits), such as "
                    + "document_filename, separated by commas: equal values stay equal, and nobody without "
                    + "secretKey can check a guess.")
    private @Nullable String hashColumns;

    // Not hashKey: Camel masks secrets in its start-up log by their names, and this one it knows.
    @UriParam(
            label = "security",
            secret = true,
            description = "Secret key of the hashes; another key gives other hashes.")
    private @Nullable String secretKey;

    @UriParam(
            label = "consumer",
            defaultValue = "1",
            description = "Rows per message: with 1 the body is one row, with more it is a list of at most so many "
                    + "rows (with JSON an array).")
    private int batchSize = 1;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description = "Also sends a message for a row that the instance no longer reports, with the header "
                    + "CamelParadigmReportingChange set to removed and the last known key as body.")
    private boolean sendRemoved = false;

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description = "Stops the poll at a message whose route failed and delivers it again with the next "
                    + "poll. If false, the failure is handed to the exception handler and the message counts "
                    + "as done.")
    private boolean breakOnFirstError = true;

    @UriParam(label = "consumer", description = "Where the position is kept, instead of files in stateDirectory.")
    private @Nullable StateRepository<String, String> stateRepository;

    @UriParam(
            label = "consumer",
            defaultValue = ".paradigm-reporting",
            description = "Directory of the files that keep the position over restarts; made when missing.")
    private String stateDirectory = ".paradigm-reporting";

    @UriParam(
            label = "consumer",
            description = "Name under which the position is kept; made from the report, the address and the "
                    + "companies when not set. Two consumers must not share one.")
    private @Nullable String stateKey;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "100",
            description = "Most completed messages whose position is not yet saved: after a crash at most so many "
                    + "are delivered again.")
    private int commitEvery = 100;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "1s",
            description = "Longest time between saves of the position while messages are being completed.")
    private Duration commitInterval = Duration.ofSeconds(1);

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "30s",
            description = "Longest wait the consumer sits out inside a poll when the instance throttles. When "
                    + "asked to wait longer, the poll fails and no request is sent before that time.")
    private Duration maxRetryAfter = Duration.ofSeconds(30);

    @UriParam(
            label = "producer",
            defaultValue = "fetch",
            description = "What the producer does: fetch the rows, count them, or probe whether the instance "
                    + "answers with this key.")
    private Operation operation = Operation.fetch;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Makes the body an iterator that reads the answer while it is taken and is closed when "
                    + "the exchange is done, for split with streaming. If false, the body holds all rows.")
    private boolean streaming = false;

    @UriParam(
            label = "security",
            description =
                    "Certificates to trust and to show, as Camel's other components take them, instead of trustStore.")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(
            label = "advanced",
            description = "A client to use instead of one made from these options; it is not closed.")
    @Metadata(autowired = true)
    private @Nullable ParadigmReportingClient client;

    /** A copy that can be changed on its own. */
    ParadigmReportingConfiguration copy() {
        try {
            return (ParadigmReportingConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getCompanies() {
        return companies;
    }

    public void setCompanies(@Nullable String companies) {
        this.companies = companies;
    }

    public @Nullable String getStartDate() {
        return startDate;
    }

    public void setStartDate(@Nullable String startDate) {
        this.startDate = startDate;
    }

    public @Nullable String getEndDate() {
        return endDate;
    }

    public void setEndDate(@Nullable String endDate) {
        this.endDate = endDate;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable Integer getLookBackDays() {
        return lookBackDays;
    }

    public void setLookBackDays(@Nullable Integer lookBackDays) {
        this.lookBackDays = lookBackDays;
    }

    public @Nullable Duration getSettleDelay() {
        return settleDelay;
    }

    public void setSettleDelay(@Nullable Duration settleDelay) {
        this.settleDelay = settleDelay;
    }

    public @Nullable Integer getWindowDays() {
        return windowDays;
    }

    public void setWindowDays(@Nullable Integer windowDays) {
        this.windowDays = windowDays;
    }

    public OutputType getOutputType() {
        return outputType;
    }

    public void setOutputType(OutputType outputType) {
        this.outputType = outputType;
    }

    public @Nullable String getExcludeColumns() {
        return excludeColumns;
    }

    public void setExcludeColumns(@Nullable String excludeColumns) {
        this.excludeColumns = excludeColumns;
    }

    public @Nullable String getHashColumns() {
        return hashColumns;
    }

    public void setHashColumns(@Nullable String hashColumns) {
        this.hashColumns = hashColumns;
    }

    public @Nullable String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(@Nullable String secretKey) {
        this.secretKey = secretKey;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public boolean isSendRemoved() {
        return sendRemoved;
    }

    public void setSendRemoved(boolean sendRemoved) {
        this.sendRemoved = sendRemoved;
    }

    public boolean isBreakOnFirstError() {
        return breakOnFirstError;
    }

    public void setBreakOnFirstError(boolean breakOnFirstError) {
        this.breakOnFirstError = breakOnFirstError;
    }

    public @Nullable StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(@Nullable StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getStateDirectory() {
        return stateDirectory;
    }

    public void setStateDirectory(String stateDirectory) {
        this.stateDirectory = stateDirectory;
    }

    public @Nullable String getStateKey() {
        return stateKey;
    }

    public void setStateKey(@Nullable String stateKey) {
        this.stateKey = stateKey;
    }

    public int getCommitEvery() {
        return commitEvery;
    }

    public void setCommitEvery(int commitEvery) {
        this.commitEvery = commitEvery;
    }

    public Duration getCommitInterval() {
        return commitInterval;
    }

    public void setCommitInterval(Duration commitInterval) {
        this.commitInterval = commitInterval;
    }

    public Duration getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(Duration maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public Operation getOperation() {
        return operation;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public boolean isStreaming() {
        return streaming;
    }

    public void setStreaming(boolean streaming) {
        this.streaming = streaming;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public @Nullable ParadigmReportingClient getClient() {
        return client;
    }

    public void setClient(@Nullable ParadigmReportingClient client) {
        this.client = client;
    }
}
