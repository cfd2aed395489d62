package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects, while one report's answer is read, the rows of its siblings. Whole or not at all: what is too large or not as
 * it should be is left out, and whoever asks about it in his own name is told why.
 */
final class Siblings {
    /** Rows after which it is looked again whether the answer has become too large. */
    private static final int ROWS_TOGETHER = 256;

    private final List<? extends ReportQuery<?>> questions;
    private final long mostBytes;
    private final Map<Report<?>, SiblingRows<?>> whole = new LinkedHashMap<>();

    private Siblings(List<? extends ReportQuery<?>> questions, long mostBytes) {
        this.questions = questions;
        this.mostBytes = mostBytes;
    }

    /** Collects nothing. */
    static Siblings none() {
        return new Siblings(List.of(), 0);
    }

    /**
     * Collects what answers the same question about the other reports.
     *
     * @param query the question
     * @param mostBytes how long an answer may be, as bytes of JSON, for anything to be collected from it
     */
    static Siblings of(ReportQuery<?> query, long mostBytes) {
        List<ReportQuery<?>> questions = new ArrayList<>();
        for (Report<?> sibling : Reports.siblings(query.report())) {
            questions.add(ReportQuery.of(
                            sibling, query.window().from(), query.window().to())
                    .ofCompanies(query.companies()));
        }
        return new Siblings(questions, mostBytes);
    }

    /** A new attempt begins, and with it another answer. */
    void restart() {
        whole.clear();
    }

    /** So much of the answer has been read; when it is too much, nothing is held any longer. */
    void read(long bytes) {
        if (bytes > mostBytes) {
            whole.clear();
        }
    }

    /** What came whole. */
    List<SiblingRows<?>> whole() {
        return List.copyOf(whole.values());
    }

    /** Reads a field of the answer, its value being the next token, to its end; false when it is no sibling's. */
    boolean read(String field, JsonParser parser) throws IOException {
        for (ReportQuery<?> question : questions) {
            Report<?> sibling = question.report();
            if (sibling.rowsField().equals(field)) {
                readValue(question, parser);
                return true;
            }
        }
        return false;
    }

    private void readValue(ReportQuery<?> question, JsonParser parser) throws IOException {
        JsonStreamContext outside = parser.getParsingContext();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            try {
                readRows(question, parser);
            } catch (UnexpectedResponseException e) {
                // Only of interest to who asks about that report, and he will be told.
            }
        }
        while (parser.getParsingContext() != outside) {
            parser.nextToken();
        }
    }

    private <S extends Row> void readRows(ReportQuery<S> question, JsonParser parser) throws IOException {
        Report<S> sibling = question.report();
        RowArray<S> array = new RowArray<>(
                question, new Shape(sibling, question.columns()), parser, new AnswerFields(sibling, parser, false));
        Delivered<S> delivered = new Delivered<>(question);
        List<S> rows = new ArrayList<>();
        for (S row = array.next(); row != null; row = array.next()) {
            if (question.asksFor(row) && delivered.isNew(row)) {
                rows.add(row);
            }
            if (rows.size() % ROWS_TOGETHER == 0 && parser.currentLocation().getByteOffset() > mostBytes) {
                return;
            }
        }
        delivered.end();
        whole.put(sibling, new SiblingRows<>(sibling, rows));
    }
}
