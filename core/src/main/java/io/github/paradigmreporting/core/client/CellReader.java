package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.client.Shape.Field;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Decodes one value by its column's type. Integers may be written as 14 or 14.0; anything that would lose is refused. */
final class CellReader {
    private final Report<?> report;
    private final JsonParser parser;

    CellReader(Report<?> report, JsonParser parser) {
        this.report = report;
        this.parser = parser;
    }

    void read(Field field, JsonToken token, Cells cells) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (field.type == null) {
            throw new IllegalArgumentException("nobody asked for " + field.name);
        }
        int column = field.column;
        switch (field.type) {
            case BIGINT -> cells.setLong(column, wholeNumber(field, token));
            case DOUBLE -> cells.setDouble(column, number(field, token));
            case TEXT -> cells.set(column, text(field, token));
            case DATE -> cells.set(column, day(field, token));
            case TIMESTAMP -> cells.set(column, instant(field, token));
        }
    }

    private long wholeNumber(Field field, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw wrong(field, "a 64-bit whole number", parser.getText(), null);
            }
            return parser.getLongValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            try {
                return parser.getDecimalValue().longValueExact();
            } catch (ArithmeticException e) {
                throw wrong(field, "a whole number", parser.getText(), e);
            }
        }
        throw wrong(field, "a whole number", token.toString(), null);
    }

    private double number(Field field, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            return parser.getDoubleValue();
        }
        throw wrong(field, "a number", token.toString(), null);
    }

    private String text(Field field, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        throw wrong(field, "a text", token.toString(), null);
    }

    private LocalDate day(Field field, JsonToken token) throws IOException {
        String text = text(field, token);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(field, "a day as YYYY-MM-DD", text, e);
        }
    }

    private Object instant(Field field, JsonToken token) throws IOException {
        String text = text(field, token);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(field, "an instant with its offset, as 2026-03-02T17:41:09Z", text, e);
        }
    }

    private UnexpectedResponseException wrong(Field field, String expected, String came, @Nullable Throwable cause) {
        return new UnexpectedResponseException(
                report + ": field " + field.node.path + field.name + " should be " + expected + ", came: " + came
                        + "; select other columns, or report this with the instance's version",
                cause);
    }
}
