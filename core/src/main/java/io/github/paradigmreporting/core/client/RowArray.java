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
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one array of an answer, decoded one by one while the body is read: nothing but the current row is held. The
 * order is the answer's own. Fields of a company or day that come after its rows are waited for. The parser has read the
 * array's beginning before the first row, and its end with the last.
 *
 * <p>Absence is not emptiness. A metric that is missing or null becomes null, as older instances lack some; an array, an
 * object or a key that is missing or null is refused, as is a field, a company's day or a company that comes twice.
 * Objects of metrics may be missing only from all rows alike.
 */
final class RowArray<R extends Row> {
    /** Rows held back because a key follows them in the answer, and the JSON read meanwhile. */
    private static final int MOST_HELD_BACK = 100_000;

    private static final long MOST_HELD_BACK_BYTES = 8 << 20;

    private final ReportQuery<R> query;
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
    /** Of each level, the bits of the fields read. */
    private final long[] seen;

    private final CompanyDays companyDays;
    /** The days of the current company, as long as its id is not known. */
    private final BitSet daysOfUnknown = new BitSet();

    private int depth;
    /** Objects of metrics that some row had, and that some row lacked. */
    private long present;

    private long absent;
    private long heldBackFrom;

    RowArray(ReportQuery<R> query, Shape shape, JsonParser parser, AnswerFields answer) {
        this.query = query;
        this.report = query.report();
        this.shape = shape;
        this.levels = shape.levels.toArray(Node[]::new);
        this.parser = parser;
        this.cellReader = new CellReader(report, query.window(), parser);
        this.answer = answer;
        this.cells = new Cells(report.columns().size());
        this.last = levels.length - 1;
        this.before = new Field[levels.length];
        this.seen = new long[levels.length];
        this.companyDays = new CompanyDays(query.window());
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
                ended();
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
        seen[depth] = 0;
        return readObject(depth);
    }

    /** Reads fields until the object ends or the next level's array begins. */
    private boolean readObject(int level) throws IOException {
        Node node = levels[level];
        Field field = before[level];
        long bits = seen[level];
        while (true) {
            field = nextField(node, field);
            if (field == null) {
                objectEnded(level, bits);
                return level == last ? rowEnded() : outerEnded();
            }
            if ((bits & field.bit) != 0) {
                throw answer.twice(node.path + field.name);
            }
            bits |= field.bit;
            if (field.column >= 0) {
                cellReader.read(field, cells);
            } else if (field.array) {
                startArray(field);
                before[level] = field;
                seen[level] = bits;
                depth = level + 1;
                return false;
            } else if (!readInner(field.node)) {
                bits &= ~field.bit;
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

    /** Reads an object inside of another; false when it had none of the fields known. */
    private boolean readInner(Node node) throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_OBJECT) {
            throw answer.unexpected(node.path, "an object", token);
        }
        long bits = 0;
        for (Field field = nextField(node, null); field != null; field = nextField(node, field)) {
            if ((bits & field.bit) != 0) {
                throw answer.twice(node.path + field.name);
            }
            bits |= field.bit;
            if (field.column >= 0) {
                cellReader.read(field, cells);
            } else {
                readInner(field.node);
            }
        }
        return bits != 0;
    }

    private void startArray(Field field) throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_ARRAY) {
            throw answer.unexpected(field.node.path, "an array", token);
        }
    }

    /** Checks what an object of a level must have at its end. */
    private void objectEnded(int level, long bits) {
        Node node = levels[level];
        if ((bits & node.array) != node.array) {
            throw answer.missing(name(node, node.array));
        }
        if (level == last) {
            checkFigures(node, bits & node.figures);
        }
        long missing = cells.missing(node.keys);
        if (missing != 0) {
            throw missingKey(missing);
        }
        if (shape.day < 0) {
            addDay(CompanyDays.NO_DAY);
        } else if (level == 0) {
            companyEnded();
        } else if ((node.keys >>> shape.day & 1) != 0) {
            addDay(companyDays.index((LocalDate) cells.object(shape.day)));
        }
    }

    /** A row without any metric is none, and an object of metrics that only some rows have was lost on the way. */
    private void checkFigures(Node node, long bits) {
        if (bits == 0) {
            throw answer.missing(node.fields.stream()
                    .filter(field -> (field.bit & node.figures) != 0)
                    .map(field -> node.path + field.name)
                    .collect(Collectors.joining(" and ")));
        }
        present |= bits & node.objects;
        absent |= ~bits & node.objects;
        if ((present & absent) != 0) {
            throw answer.missing(name(node, present & absent) + " in some rows, which others have");
        }
    }

    private static String name(Node node, long bits) {
        return node.path + node.fields.get(Long.numberOfTrailingZeros(bits)).name;
    }

    private void addDay(int day) {
        if (cells.missing(1L << shape.company) == 0) {
            addDay(cells.number(shape.company), day);
        } else if (daysOfUnknown.get(day)) {
            throw answer.twice("a day of one company");
        } else {
            daysOfUnknown.set(day);
        }
    }

    private void addDay(long company, int day) {
        if (!companyDays.add(company, day)) {
            throw answer.twice("company " + company
                    + (shape.day < 0 ? "" : " on " + query.window().from().plusDays(day)));
        }
        checkRoom();
    }

    private void companyEnded() {
        long company = cells.number(shape.company);
        companyDays.add(company);
        checkRoom();
        daysOfUnknown.stream().forEach(day -> addDay(company, day));
        daysOfUnknown.clear();
    }

    private void checkRoom() {
        if (!companyDays.hasRoom()) {
            throw answer.tooLarge("companies and days");
        }
    }

    /** Some instances ignore a company that the key may not see; they have said nothing about it then. */
    private void ended() {
        if (query.companies().size() == 1 && !companyDays.isEmpty()) {
            long only = query.companies().iterator().next();
            if (!companyDays.contains(only)) {
                throw answer.otherCompanies(only);
            }
        }
    }

    private boolean rowEnded() {
        if (cells.missing(shape.keys) == 0) {
            return true;
        }
        long read = parser.currentLocation().getByteOffset();
        if (heldBack.isEmpty()) {
            heldBackFrom = read;
        }
        if (heldBack.size() == MOST_HELD_BACK || read - heldBackFrom > MOST_HELD_BACK_BYTES) {
            throw answer.tooLarge("rows before their company and day");
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
            } else {
                heldBack.addLast(row);
            }
        }
        return false;
    }

    private ReportingException missingKey(long missing) {
        return answer.missingKey(report.columns().get(Long.numberOfTrailingZeros(missing)));
    }
}
