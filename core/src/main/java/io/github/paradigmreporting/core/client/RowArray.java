package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.client.Shape.Field;
import io.github.paradigmreporting.core.client.Shape.Node;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one array of an answer, decoded one by one while the body is read: nothing but the current row is held. The
 * order is the answer's own. Fields of a company or day that come after its rows are waited for; missing or null fields
 * become null. The parser has read the array's beginning when the first row is asked for, and its end with the last.
 */
final class RowArray<R extends Row> {
    /** Rows held back because a key stands after them in the answer; more than this is not an answer but an attack. */
    private static final int MOST_HELD_BACK = 100_000;

    private final Report<R> report;
    private final Shape shape;
    private final Node[] levels;
    private final JsonParser parser;
    private final CellReader cellReader;
    private final AnswerFields answer;
    private final Cells cells;
    private final int last;
    private final Deque<Cells> heldBack = new ArrayDeque<>();
    private final Deque<Cells> ready = new ArrayDeque<>();
    /** Of each level, the field read last. */
    private final @Nullable Field[] before;

    private int depth;

    RowArray(ReportQuery<R> query, Shape shape, JsonParser parser, AnswerFields answer) {
        this.report = query.report();
        this.shape = shape;
        this.levels = shape.levels.toArray(Node[]::new);
        this.parser = parser;
        this.cellReader = new CellReader(report, parser);
        this.answer = answer;
        this.cells = new Cells(report.columns().size());
        this.last = levels.length - 1;
        this.before = new Field[levels.length];
        List<Column<R>> columns = report.columns();
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i).path()) {
                case Column.WINDOW_START -> cells.set(i, query.window().from());
                case Column.WINDOW_END -> cells.set(i, query.window().to());
                default -> {}
            }
        }
    }

    /** The next row, or null at the end of the array. */
    @Nullable
    R next() throws IOException {
        while (ready.isEmpty()) {
            if (depth < 0) {
                return null;
            }
            if (advance()) {
                return report.row(cells);
            }
        }
        return report.row(ready.removeFirst());
    }

    /** Reads on to the end of one object of a level; true when that completed the row in {@link #cells}. */
    private boolean advance() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            depth--;
            if (depth < 0) {
                return false;
            }
            return readObject(depth);
        }
        if (token != JsonToken.START_OBJECT) {
            throw answer.unexpected(levels[depth].path, "an object", token);
        }
        Node level = levels[depth];
        cells.setNull(level.cells);
        before[depth] = null;
        return readObject(depth);
    }

    /** Reads fields until the object ends or the next level's array begins. */
    private boolean readObject(int level) throws IOException {
        Node node = levels[level];
        Field field = before[level];
        while (true) {
            field = nextField(node, field);
            if (field == null) {
                return level == last ? rowEnded() : outerEnded();
            }
            if (field.column >= 0) {
                cellReader.read(field, cells);
            } else if (!field.array) {
                readInner(field.node);
            } else if (startsArray(field)) {
                before[level] = field;
                depth = level + 1;
                return false;
            }
        }
    }

    /** The next known field, its value being the next token; null at the end of the object. Learns what follows what. */
    private @Nullable Field nextField(Node node, @Nullable Field previous) throws IOException {
        Field likely = previous == null ? node.first : previous.next;
        if (parser.nextFieldName(likely.name)) {
            return likely;
        }
        Field field = otherField(node);
        if (field == null) {
            return null;
        }
        if (previous == null) {
            node.first = field;
        } else {
            previous.next = field;
        }
        return field;
    }

    private @Nullable Field otherField(Node node) throws IOException {
        while (true) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.END_OBJECT) {
                return null;
            }
            if (token != JsonToken.FIELD_NAME) {
                throw answer.unexpected(node.path, "a field", token);
            }
            Field field = node.byName.get(parser.currentName());
            if (field != null) {
                return field;
            }
            answer.skipUnknown(node.path + parser.currentName());
            parser.nextToken();
        }
    }

    private void readInner(Node node) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw answer.unexpected(node.path, "an object", token);
        }
        for (Field field = nextField(node, null); field != null; field = nextField(node, field)) {
            if (field.column >= 0) {
                cellReader.read(field, cells);
            } else {
                readInner(field.node);
            }
        }
    }

    private boolean startsArray(Field field) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return false;
        }
        if (token != JsonToken.START_ARRAY) {
            throw answer.unexpected(field.node.path, "an array", token);
        }
        return true;
    }

    private boolean rowEnded() {
        if (cells.missing(shape.keys) == 0) {
            return true;
        }
        if (last == 0 || heldBack.size() == MOST_HELD_BACK) {
            throw missingKey(cells);
        }
        heldBack.addLast(cells.copy());
        return false;
    }

    private boolean outerEnded() {
        long outer = 0;
        for (int level = 0; level <= depth; level++) {
            outer |= levels[level].cells;
        }
        for (int i = heldBack.size(); i > 0; i--) {
            Cells row = heldBack.removeFirst();
            row.fillFrom(cells, outer);
            if (row.missing(shape.keys) == 0) {
                ready.addLast(row);
            } else if (depth == 0) {
                throw missingKey(row);
            } else {
                heldBack.addLast(row);
            }
        }
        return false;
    }

    private ReportingException missingKey(Cells row) {
        return answer.missingKey(report.columns().get(Long.numberOfTrailingZeros(row.missing(shape.keys))));
    }
}
