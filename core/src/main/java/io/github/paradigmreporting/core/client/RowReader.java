package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonParser;
import io.github.paradigmreporting.core.model.Row;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one report in an answer, read to the answer's true end: what is cut off is not taken for the whole. */
final class RowReader<R extends Row> implements AutoCloseable {
    private final JsonParser parser;
    private final AnswerFields answer;
    private final RowArray<R> rows;
    private boolean inside;
    private boolean finished;

    RowReader(JsonParser parser, AnswerFields answer, RowArray<R> rows) {
        this.parser = parser;
        this.answer = answer;
        this.rows = rows;
    }

    /** The next row, or null at the true end of the answer. */
    @Nullable
    R next() {
        try {
            while (!finished) {
                R row = inside ? rows.next() : null;
                if (row != null) {
                    return row;
                }
                inside = answer.findRows();
                finished = !inside;
            }
            return null;
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    /** How much of the answer has been read, as bytes of JSON. */
    long bytesRead() {
        return parser.currentLocation().getByteOffset();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }
}
