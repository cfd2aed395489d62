package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.io.SerializedString;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report's column paths, compiled: which field of which object holds which column. Levels are the objects inside nested
 * row arrays (company, day, document); a row is complete when an object of the last level is. Learns from an answer in
 * which order its fields come, so it serves one reader at a time.
 */
final class Shape {
    /** The objects of each nested array, outermost first. */
    final List<Node> levels = new ArrayList<>();

    /** Bits of the key columns that come from the answer. */
    final long keys;

    /** The column of the id that comes first in every key. */
    final int company;

    /** The column of the day, negative where rows are not counted by day. */
    final int day;

    Shape(Report<? extends Row> report, Set<String> wanted) {
        levels.add(new Node(""));
        List<? extends Column<?>> columns = report.columns();
        long keyBits = 0;
        int dayColumn = -1;
        int companyColumn = -1;
        for (int i = 0; i < columns.size(); i++) {
            Column<?> column = columns.get(i);
            if (!column.fromRequest()) {
                add(i, column, wanted.contains(column.name()));
                if (column.key()) {
                    companyColumn = keyBits == 0 ? i : companyColumn;
                    dayColumn = column.type() == ColumnType.DATE ? i : dayColumn;
                    keyBits |= 1L << i;
                }
            }
        }
        keys = keyBits;
        company = companyColumn;
        day = dayColumn;
        levels.forEach(Node::index);
    }

    private void add(int index, Column<?> column, boolean wanted) {
        Node level = levels.get(0);
        Node node = level;
        int depth = 0;
        String[] segments = column.path().split("\\.", -1);
        for (int s = 0; s < segments.length - 1; s++) {
            boolean array = segments[s].endsWith("[]");
            String name = array ? segments[s].substring(0, segments[s].length() - 2) : segments[s];
            Field field = node.child(name, array);
            if (column.unit() != Unit.NONE && !array) {
                node.figures |= field.bit;
                node.objects |= field.bit;
            }
            node = field.node;
            if (array) {
                depth++;
                level = node;
                if (levels.size() == depth) {
                    levels.add(node);
                }
            }
        }
        node.leaf(segments[segments.length - 1], index, column, wanted);
        level.cells |= 1L << index;
        if (column.key()) {
            level.keys |= 1L << index;
        }
    }

    private static final Field NONE = new Field("", -1, null, false, 0, 0, new Node(""), false);

    /** What an object may hold. */
    static final class Node {
        final String path;
        final List<Field> fields = new ArrayList<>();
        final Map<String, Field> byName = new HashMap<>();
        /** Bits of the columns that are read anew with each object of this level. */
        long cells;
        /** Those of them that are part of the key. */
        long keys;
        /** Bits of the fields that are metrics, or objects of metrics. */
        long figures;
        /** Those of them that are objects. */
        long objects;
        /** The bit of the next level's array, 0 in the last level. */
        long array;
        /** The field that came first in the last object. */
        Field first = NONE;

        Node(String path) {
            this.path = path;
        }

        Field child(String name, boolean array) {
            for (Field field : fields) {
                if (field.name.getValue().equals(name)) {
                    return field;
                }
            }
            Field field =
                    new Field(name, -1, null, false, 0, bit(), new Node(path + name + (array ? "[]." : ".")), array);
            fields.add(field);
            if (array) {
                this.array = field.bit;
            }
            return field;
        }

        void leaf(String name, int index, Column<?> column, boolean wanted) {
            boolean number = column.unit() != Unit.NONE;
            long least = number ? 0 : column.key() ? 1 : Long.MIN_VALUE;
            ColumnType type = wanted ? column.type() : null;
            Field field = new Field(name, index, type, column.key(), least, bit(), this, false);
            fields.add(field);
            if (number) {
                figures |= field.bit;
            }
        }

        private long bit() {
            return 1L << fields.size();
        }

        void index() {
            first = fields.get(0);
            for (Field field : fields) {
                byName.put(field.name.getValue(), field);
                if (field.column < 0 && !field.array) {
                    field.node.index();
                }
            }
        }
    }

    /** A field of an object: a column, an inner object or the next level's array. */
    static final class Field {
        final SerializedString name;
        /** Index of the column, negative for objects and arrays. */
        final int column;
        /** Type of the column; null when it is not selected. */
        final @Nullable ColumnType type;
        /** Whether it is part of the row's key. */
        final boolean key;
        /** The smallest number allowed: ids begin at 1, metrics at 0. */
        final long least;
        /** Stands for this field among those of its object. */
        final long bit;
        /** The node of the object or array; for a column the object it stands in. */
        final Node node;

        final boolean array;
        /** The field that came after this one last time. */
        Field next = this;

        Field(
                String name,
                int column,
                @Nullable ColumnType type,
                boolean key,
                long least,
                long bit,
                Node node,
                boolean array) {
            this.name = new SerializedString(name);
            this.column = column;
            this.type = type;
            this.key = key;
            this.least = least;
            this.bit = bit;
            this.node = node;
            this.array = array;
        }
    }
}
