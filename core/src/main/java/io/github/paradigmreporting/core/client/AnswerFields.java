package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The top level of an answer: finds the array of rows among its fields, and says what is wrong with an answer. */
final class AnswerFields {
    private static final int OK = 200;

    private final Report<?> report;
    private final JsonParser parser;
    private final boolean refuseUnknown;
    private final Siblings siblings;
    private boolean begun;
    private boolean sawRows;
    private boolean sawOtherRows;

    AnswerFields(Report<?> report, JsonParser parser, boolean refuseUnknown) {
        this(report, parser, refuseUnknown, Siblings.none());
    }

    /**
     * The fields of an answer.
     *
     * @param siblings gets the rows of other reports
     */
    AnswerFields(Report<?> report, JsonParser parser, boolean refuseUnknown, Siblings siblings) {
        this.report = report;
        this.parser = parser;
        this.refuseUnknown = refuseUnknown;
        this.siblings = siblings;
    }

    /** Moves into the array of rows; false when the answer is at its true end and the array was seen before. */
    boolean findRows() throws IOException {
        if (!begun) {
            begun = true;
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                throw unexpected("", "a JSON object", token);
            }
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (name.equals(report.rowsField()) && !sawRows) {
                sawRows = true;
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_ARRAY) {
                    return true;
                }
                if (token != JsonToken.VALUE_NULL) {
                    throw unexpected(name, "an array", token);
                }
            } else if (siblings.read(name, parser)) {
                sawOtherRows = true;
            } else if (isRowsOfAnother(name)) {
                sawOtherRows = true;
                parser.nextToken();
                parser.skipChildren();
            } else if (name.equals("metadata") || name.equals("metadata_agent")) {
                parser.nextToken();
                parser.skipChildren();
            } else {
                skipUnknown(name);
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw unexpected("", "the end of the answer", parser.currentToken());
        }
        if (!sawRows) {
            throw withoutRows();
        }
        return false;
    }

    void skipUnknown(String path) throws IOException {
        if (refuseUnknown) {
            throw new UnexpectedResponseException(report + ": field " + path + " is not in the report's description");
        }
        parser.nextToken();
        parser.skipChildren();
    }

    private boolean isRowsOfAnother(String name) {
        return name.equals(report.rowsField())
                || Reports.siblings(report).stream()
                        .anyMatch(sibling -> sibling.rowsField().equals(name));
    }

    private ReportingException withoutRows() {
        if (sawOtherRows) {
            return new AnsweredException(
                    ErrorKind.NOT_OFFERED,
                    OK,
                    null,
                    report + ": this instance does not offer the report, its answer has no " + report.rowsField()
                            + "; it is older than that part of the API");
        }
        return new UnexpectedResponseException(
                report + ": the answer has no " + report.rowsField() + "; check that baseUrl is a Paradigm instance");
    }

    UnexpectedResponseException missingKey(Column<?> column) {
        return new UnexpectedResponseException(report + ": a row has no " + column.path()
                + ", which is part of its key; report this with the" + " instance's version");
    }

    ReportingException unexpected(String path, String expected, @Nullable JsonToken came) {
        if (came == null) {
            return brokenOff(null);
        }
        return new UnexpectedResponseException(
                report + ": the answer should hold " + expected + (path.isEmpty() ? "" : " at " + path) + ", came: "
                        + came + "; check that baseUrl is a Paradigm instance");
    }

    /** What a failed read means: an answer that stopped early may be asked again, one that is no JSON may not. */
    ReportingException broken(IOException e) {
        if (e instanceof JacksonException malformed && !(e instanceof JsonEOFException)) {
            return new UnexpectedResponseException(
                    report + ": the answer is not JSON (" + malformed.getOriginalMessage()
                            + "); check that baseUrl is a Paradigm instance",
                    e);
        }
        return brokenOff(e);
    }

    private ConnectionFailedException brokenOff(@Nullable IOException e) {
        return new ConnectionFailedException(
                report + ": the answer broke off in the middle; if it stays so, ask for fewer days (windowDays)", e);
    }
}
