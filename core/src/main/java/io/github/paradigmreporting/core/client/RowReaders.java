package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.paradigmreporting.core.model.Row;
import java.io.IOException;
import java.io.InputStream;

/** Opens readers on bodies. The only place that knows how JSON is tokenised. */
final class RowReaders {
    /** Deeper than any field an instance may add, and little memory: about 100 bytes per level. */
    private static final int DEEPEST = 10_000;

    private static final int LONGEST_TEXT = 1_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            // The body belongs to the response, which knows how to drop a connection.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private RowReaders() {}

    /** A reader that skips what it does not know, the rows of other reports included. */
    static <R extends Row> RowReader<R> open(ReportQuery<R> query, Shape shape, InputStream body) {
        return open(query, shape, body, Siblings.none());
    }

    /** The same, which hands the rows of other reports to whoever collects them. */
    static <R extends Row> RowReader<R> open(ReportQuery<R> query, Shape shape, InputStream body, Siblings siblings) {
        JsonParser parser = parser(query, body);
        return reader(query, shape, parser, new AnswerFields(query.report(), parser, false, siblings));
    }

    /** A reader that refuses fields the report does not describe, for the proof against contract samples. */
    static <R extends Row> RowReader<R> strict(ReportQuery<R> query, InputStream body) {
        JsonParser parser = parser(query, body);
        AnswerFields answer = new AnswerFields(query.report(), parser, true);
        return reader(query, new Shape(query.report(), query.columns()), parser, answer);
    }

    private static <R extends Row> RowReader<R> reader(
            ReportQuery<R> query, Shape shape, JsonParser parser, AnswerFields answer) {
        return new RowReader<>(parser, answer, new RowArray<>(query, shape, parser, answer));
    }

    private static JsonParser parser(ReportQuery<?> query, InputStream body) {
        try {
            return JSON.createParser(body);
        } catch (IOException e) {
            throw new io.github.paradigmreporting.core.error.ConnectionFailedException(
                    query.report() + ": the answer broke off at its start", e);
        }
    }
}
