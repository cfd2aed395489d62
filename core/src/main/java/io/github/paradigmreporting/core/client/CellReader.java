package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.github.paradigmreporting.core.client.Shape.Field;
import io.github.paradigmreporting.core.error.Redaction;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one value by its column's type. Integers may be written as 14 or 14.0; a value that would lose digits, and one
 * that its column cannot have, is refused: an id below 1, a metric below 0, a number that is not finite, a day that was
 * not requested.
 */
final class CellReader {
    private final Report<?> report;
    private final Window window;
    private final JsonParser parser;

    CellReader(Report<?> report, Window window, JsonParser parser) {
        this.report = report;
        this.window = window;
        this.parser = parser;
    }

    /** Reads the value that is the next token; null, and a column that is not selected, leave the cell empty. */
    void read(Field field, Cells cells) throws IOException {
        ColumnType type = field.type;
        if (type == null) {
            parser.nextToken();
            parser.skipChildren();
        } else if (type == ColumnType.BIGINT) {
            readWholeNumber(field, cells);
        } else if (type == ColumnType.DOUBLE) {
            readNumber(field, cells);
        } else {
            readText(field, type, cells);
        }
    }

    private void readText(Field field, ColumnType type, Cells cells) throws IOException {
        String text = parser.nextTextValue();
        if (text != null) {
            cells.set(field.column, type == ColumnType.TEXT ? text : value(field, type, text));
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw wrong(field, "a text", String.valueOf(parser.currentToken()), null);
        }
    }

    private Object value(Field field, ColumnType type, String text) {
        return switch (type) {
            case DATE -> day(field, text);
            case TIMESTAMP -> instant(field, text);
            case TEXT, BIGINT, DOUBLE -> text;
        };
    }

    private void readWholeNumber(Field field, Cells cells) throws IOException {
        JsonToken token = parser.nextToken();
        try {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                cells.setLong(field.column, atLeast(field, parser.getLongValue()));
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                cells.setLong(
                        field.column, atLeast(field, parser.getDecimalValue().longValueExact()));
            } else if (token != JsonToken.VALUE_NULL) {
                throw wrong(field, "a whole number", String.valueOf(token), null);
            }
        } catch (InputCoercionException | ArithmeticException e) {
            throw wrong(field, "a 64-bit whole number", parser.getText(), e);
        }
    }

    private void readNumber(Field field, Cells cells) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = parser.getDoubleValue();
            if (!(number >= field.least) || number == Double.POSITIVE_INFINITY) {
                throw wrong(field, "a finite number from " + field.least, parser.getText(), null);
            }
            cells.setDouble(field.column, number);
        } else if (token != JsonToken.VALUE_NULL) {
            throw wrong(field, "a number", String.valueOf(token), null);
        }
    }

    private long atLeast(Field field, long number) throws IOException {
        if (number < field.least) {
            throw wrong(field, "a whole number from " + field.least, parser.getText(), null);
        }
        return number;
    }

    private LocalDate day(Field field, String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(field, "a day as YYYY-MM-DD", text, e);
        }
        if (field.key && !window.contains(day)) {
            throw wrong(field, "one of the days requested (" + window + ")", text, null);
        }
        return day;
    }

    private Instant instant(Field field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(field, "an instant with its offset, as 2026-03-02T17:41:09Z", text, e);
        }
    }

    private UnexpectedResponseException wrong(Field field, String expected, String came, @Nullable Throwable cause) {
        return new UnexpectedResponseException(
                report + ": field " + field.node.path + field.name + " should be " + expected + ", came: "
                        + Redaction.quote(came)
                        + (field.key ? "; " : "; select other columns, or ")
                        + "report this with the instance's version",
                cause);
    }
}
