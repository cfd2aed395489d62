package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.client.Shape.Field;
import io.github.paradigmreporting.core.client.Shape.Node;
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
 * An answer's rows, decoded one by one while the body is read: nothing but the current row is held. The order is the
 * answer's own. Fields of a company or day that come after its rows are waited for; missing or null fields become null.
 */
final class RowReader<R extends Row> implements AutoCloseable {
    /** Rows held back because a key stands after them in the answer; more than this is not an answer but an attack. */
    private static final int MOST_HELD_BACK = 100_000;

    private final Report<R> report;
    private final Shape shape;
    private final JsonParser parser;
    private final CellReader cellReader;
    private final AnswerFields answer;
    private final Cells cells;
    private final int last;
    private final Deque<Cells> heldBack = new ArrayDeque<>();
    private final Deque<Cells> ready = new ArrayDeque<>();
    private final @Nullable Field[] expected;
    private int depth = -1;
    private boolean finished;

    RowReader(ReportQuery<R> query, Shape shape, JsonParser parser, boolean refuseUnknown) {
        this.report = query.report();
        this.shape = shape;
        this.parser = parser;
        this.cellReader = new CellReader(report, parser);
        this.answer = new AnswerFields(report, parser, refuseUnknown);
        this.cells = new Cells(report.columns().size());
        this.last = shape.levels.size() - 1;
        this.expected = new Field[shape.levels.size()];
        List<Column<R>> columns = report.columns();
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i).path()) {
                case Column.WINDOW_START -> cells.set(i, query.window().from());
                case Column.WINDOW_END -> cells.set(i, query.window().to());
                default -> {}
            }
        }
    }

    /** The next row, or null at the true end of the answer. */
    @Nullable
    R next() {
        try {
            while (ready.isEmpty()) {
                if (finished) {
                    return null;
                }
                if (advance()) {
                    return report.row(cells);
                }
            }
            return report.row(ready.removeFirst());
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    /** How much of the answer has been read, as bytes of JSON. */
    long bytesRead() {
        return parser.currentLocation().getByteOffset();
    }

    /** Reads on to the end of one object of a level; true when that completed the row in {@link #cells}. */
    private boolean advance() throws IOException {
        if (depth < 0) {
            finished = !answer.findRows();
            if (!finished) {
                depth = 0;
            }
            return false;
        }
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            depth--;
            if (depth < 0) {
                return false;
            }
            return readObject(depth);
        }
        if (token != JsonToken.START_OBJECT) {
            throw answer.unexpected(shape.levels.get(depth).path, "an object", token);
        }
        Node level = shape.levels.get(depth);
        for (int i = 0; i < level.cells.size(); i++) {
            cells.clear(level.cells.get(i));
        }
        expected[depth] = level.fields.get(0);
        return readObject(depth);
    }

    /** Reads fields until the object ends or the next level's array begins. */
    private boolean readObject(int level) throws IOException {
        Field likely = expected[level];
        while (true) {
            Field field = nextField(shape.levels.get(level), likely);
            if (field == null) {
                return level == last ? rowEnded() : outerEnded();
            }
            likely = field.next;
            if (field.array) {
                if (startsArray(field)) {
                    expected[level] = likely;
                    depth = level + 1;
                    return false;
                }
            } else {
                readValue(field);
            }
        }
    }

    /** The next known field, its value being the next token; null at the end of the object. */
    private @Nullable Field nextField(Node node, @Nullable Field likely) throws IOException {
        while (true) {
            if (likely != null && parser.nextFieldName(likely.name)) {
                return likely;
            }
            JsonToken token = likely == null ? parser.nextToken() : parser.currentToken();
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
        }
    }

    private void readValue(Field field) throws IOException {
        if (field.column >= 0) {
            JsonToken token = parser.nextToken();
            if (field.type == null) {
                parser.skipChildren();
            } else {
                cellReader.read(field, token, cells);
            }
            return;
        }
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw answer.unexpected(field.node.path, "an object", token);
        }
        Field likely = field.node.fields.get(0);
        for (Field inner = nextField(field.node, likely); inner != null; inner = nextField(field.node, inner.next)) {
            readValue(inner);
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
        if (missingKey(cells) < 0) {
            return true;
        }
        if (last == 0) {
            throw answer.missingKey(report.columns().get(missingKey(cells)));
        }
        heldBack.addLast(cells.copy());
        if (heldBack.size() > MOST_HELD_BACK) {
            throw answer.missingKey(report.columns().get(missingKey(cells)));
        }
        return false;
    }

    private boolean outerEnded() {
        for (int i = heldBack.size(); i > 0; i--) {
            Cells row = heldBack.removeFirst();
            row.fillFrom(cells);
            if (missingKey(row) < 0) {
                ready.addLast(row);
            } else if (depth == 0) {
                throw answer.missingKey(report.columns().get(missingKey(row)));
            } else {
                heldBack.addLast(row);
            }
        }
        return false;
    }

    private int missingKey(Cells row) {
        for (int key : shape.keys) {
            if (!row.has(key)) {
                return key;
            }
        }
        return -1;
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
