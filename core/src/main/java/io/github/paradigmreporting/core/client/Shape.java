package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.io.SerializedString;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
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

    Shape(Report<? extends Row> report, Set<String> wanted) {
        levels.add(new Node(""));
        List<? extends Column<?>> columns = report.columns();
        long keyBits = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column<?> column = columns.get(i);
            if (!column.fromRequest()) {
                add(i, column, wanted.contains(column.name()));
                if (column.key()) {
                    keyBits |= 1L << i;
                }
            }
        }
        keys = keyBits;
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
            node = field.node;
            if (array) {
                depth++;
                level = node;
                if (levels.size() == depth) {
                    levels.add(node);
                }
            }
        }
        node.leaf(segments[segments.length - 1], index, wanted ? column.type() : null);
        level.cells |= 1L << index;
    }

    private static final Field NONE = new Field("", -1, null, new Node(""), false);

    /** What an object may hold. */
    static final class Node {
        final String path;
        final List<Field> fields = new ArrayList<>();
        final Map<String, Field> byName = new HashMap<>();
        /** Bits of the columns that are read anew with each object of this level. */
        long cells;
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
            Field field = new Field(name, -1, null, new Node(path + name + (array ? "[]." : ".")), array);
            fields.add(field);
            return field;
        }

        void leaf(String name, int column, @Nullable ColumnType type) {
            fields.add(new Field(name, column, type, this, false));
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
        /** Type of the column; null when nobody asked for it. */
        final @Nullable ColumnType type;
        /** The node of the object or array; for a column the object it stands in. */
        final Node node;

        final boolean array;
        /** The field that came after this one last time. */
        Field next = this;

        Field(String name, int column, @Nullable ColumnType type, Node node, boolean array) {
            this.name = new SerializedString(name);
            this.column = column;
            this.type = type;
            this.node = node;
            this.array = array;
        }
    }
}
