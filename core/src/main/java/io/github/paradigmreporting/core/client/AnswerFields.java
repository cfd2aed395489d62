package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
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
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The top level of an answer: finds the array of rows among its fields, and says what is wrong with an answer. */
final class AnswerFields {
    private static final int OK = 200;
    /**
     * Fields by which an answer says that it is not the whole one: lists of the API that come in pages name the next page, and
     * its errors are named by the others. None is part of a report.
     */
    private static final Set<String> MARKS = Set.of("next", "error", "errors", "detail");

    private final Report<?> report;
    private final JsonParser parser;
    private final boolean refuseUnknown;
    private final Siblings siblings;
    /** The known fields read so far. */
    private final Set<String> seen = new HashSet<>();

    private boolean begun;

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
            boolean own = name.equals(report.rowsField());
            boolean known = own
                    || isRowsOfAnother(name)
                    || name.equals("metadata")
                    || name.equals("metadata_agent")
                    || MARKS.contains(name);
            if (known && !seen.add(name)) {
                throw twice(name);
            }
            if (own) {
                JsonToken token = parser.nextToken();
                if (token != JsonToken.START_ARRAY) {
                    throw unexpected(name, "an array", token);
                }
                return true;
            }
            if (MARKS.contains(name)) {
                checkMark(name);
                continue;
            }
            if (!siblings.read(name, parser)) {
                if (known) {
                    parser.nextToken();
                    parser.skipChildren();
                } else {
                    skipUnknown(name);
                }
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw unexpected("", "the end of the answer", parser.currentToken());
        }
        // Reads the body to its own end, where a checksum is compared and what was cut off is noticed.
        JsonToken behind = parser.nextToken();
        if (behind != null) {
            throw unexpected("", "nothing after its end", behind);
        }
        if (!seen.contains(report.rowsField())) {
            throw withoutRows();
        }
        return false;
    }

    /** A mark counts unless its value is null, false or an empty list. */
    private void checkMark(String name) throws IOException {
        JsonToken token = parser.nextToken();
        boolean none = token == JsonToken.VALUE_NULL
                || token == JsonToken.VALUE_FALSE
                || (token == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.END_ARRAY);
        if (!none) {
            throw new UnexpectedResponseException(report + ": the answer says by its field " + name
                    + " that it is not the whole one; request fewer days (windowDays), or report this with the"
                    + " instance's version");
        }
    }

    void skipUnknown(String path) throws IOException {
        if (refuseUnknown) {
            throw new UnexpectedResponseException(report + ": field " + path + " is not in the report's description");
        }
        parser.nextToken();
        parser.skipChildren();
    }

    private boolean isRowsOfAnother(String name) {
        for (Report<?> sibling : Reports.siblings(report)) {
            if (sibling.rowsField().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** An instance that is older than a part of the API answers with the other part only, without a word on this one. */
    private ReportingException withoutRows() {
        String field = report.rowsField();
        boolean first = Reports.find(report.endpoint()).filter(report::equals).isPresent();
        boolean others = Reports.siblings(report).stream().anyMatch(sibling -> seen.contains(sibling.rowsField()));
        if (!first && others && !seen.contains(field.replace("reporting", "metadata"))) {
            return new AnsweredException(
                    ErrorKind.NOT_OFFERED,
                    OK,
                    null,
                    report + ": this instance does not offer the report, its answer has no " + field
                            + "; it is older than that part of the API");
        }
        return missing(field);
    }

    /** A part of the contract that older instances have, too, is not there: this says nothing about the rows. */
    UnexpectedResponseException missing(String path) {
        return new UnexpectedResponseException(
                report + ": the answer has no " + path + "; check that baseUrl is a Paradigm instance");
    }

    UnexpectedResponseException twice(String what) {
        return new UnexpectedResponseException(report + ": the answer holds " + what + " twice; no figure of it can be"
                + " trusted, report this with the instance's version");
    }

    UnexpectedResponseException tooLarge(String what) {
        return new UnexpectedResponseException(report + ": the answer holds more " + what
                + " than are read; request fewer days (windowDays), or report" + " this with the instance's version");
    }

    UnexpectedResponseException otherCompanies(long only) {
        return new UnexpectedResponseException(report + ": company " + only
                + " alone was requested, and the answer holds other companies but not this one; check that the key may"
                + " read it");
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
            // Without Jackson's words and without the exception: they quote parts of words, such as half a key.
            JsonLocation at = malformed.getLocation();
            return new UnexpectedResponseException(report + ": the answer is not JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + "; check that baseUrl is a Paradigm instance");
        }
        return brokenOff(e);
    }

    private ConnectionFailedException brokenOff(@Nullable IOException e) {
        return new ConnectionFailedException(
                report + ": the answer broke off in the middle; if it stays so, ask for fewer days (windowDays)", e);
    }
}
