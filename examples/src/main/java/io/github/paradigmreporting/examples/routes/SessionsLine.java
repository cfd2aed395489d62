package io.github.paradigmreporting.examples.routes;

import io.github.paradigmreporting.core.model.SessionsDay;
import java.time.LocalDate;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file: the columns of the report that a spreadsheet needs. An empty field is a figure that is not known. */
@CsvRecord(separator = ",", generateHeaderColumns = true, quoting = true)
@SuppressWarnings("UnusedVariable") // Bindy reads the fields.
public final class SessionsLine {
    @DataField(pos = 1, columnName = "company_id")
    private final long companyId;

    @DataField(pos = 2, columnName = "company_name")
    private final @Nullable String companyName;

    @DataField(pos = 3, columnName = "date", pattern = "yyyy-MM-dd")
    private final LocalDate date;

    @DataField(pos = 4, columnName = "sessions_count")
    private final @Nullable Long sessionsCount;

    @DataField(pos = 5, columnName = "user_queries_count")
    private final @Nullable Long userQueriesCount;

    SessionsLine(SessionsDay day) {
        this.companyId = day.companyId();
        this.companyName = day.companyName();
        this.date = day.date();
        this.sessionsCount = day.sessionsCount();
        this.userQueriesCount = day.userQueriesCount();
    }
}
