package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.direct.Condition.Never;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.ScanSpec;
import io.github.paradigmreporting.jdbc.engine.TableRun;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A query of one table, run without a SQL engine. */
final class DirectQuery implements PlannedQuery {
    private final Select select;
    private final List<ResultColumn> columns;
    /** Where in a row of the scan a column of the table stands; -1 when it is not read. */
    private final int[] places;
    /** Where in a row of the scan a column of the answer stands; null when rows begin with the answer. */
    private final int @Nullable [] projection;

    private final @Nullable ScanSpec scan;
    private final @Nullable List<Operand> companies;

    DirectQuery(Select select) {
        this.select = select;
        List<ResultColumn> described = new ArrayList<>();
        for (Item item : select.items()) {
            described.add(item.described());
        }
        this.columns = List.copyOf(described);
        SqlTable table = select.table();
        this.places = new int[table == null ? 0 : table.columns().size()];
        if (table == null) {
            this.scan = null;
            this.companies = null;
        } else {
            Arrays.fill(places, -1);
            this.companies = Reach.companies(
                    select.condition(), table.indexOf("company_id").orElse(-1));
            this.scan = new ScanSpec(table, read(), days(table), companies != null);
        }
        this.projection = projection();
    }

    /** Numbers of the columns to read: those of the answer first. */
    private List<Integer> read() {
        List<Integer> read = new ArrayList<>();
        for (Item item : select.items()) {
            read(item.column(), read);
        }
        Columns.of(select.condition(), column -> read(column, read));
        for (Order key : select.order()) {
            read(key.column(), read);
        }
        if (read.isEmpty()) {
            read(0, read);
        }
        return List.copyOf(read);
    }

    private void read(int column, List<Integer> read) {
        if (column >= 0 && places[column] < 0) {
            places[column] = read.size();
            read.add(column);
        }
    }

    private static List<Integer> days(SqlTable table) {
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).type() == ColumnType.DATE) {
                days.add(i);
            }
        }
        return List.copyOf(days);
    }

    private int @Nullable [] projection() {
        int[] projected = new int[columns.size()];
        boolean same = true;
        for (int i = 0; i < projected.length; i++) {
            int column = select.items().get(i).column();
            projected[i] = column < 0 ? -1 : places[column];
            same &= projected[i] == i;
        }
        return same || select.counts() ? null : projected;
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public List<ResultColumn> parameters() {
        return select.parameters();
    }

    @Override
    public RowCursor execute(Execution execution) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Operand value = select.items().get(i).value();
            values[i] = value == null ? null : value.value(execution);
        }
        return new AnswerRows(rows(execution), execution, projection, values, select.offset(), select.limit());
    }

    private RowCursor rows(Execution execution) {
        ScanSpec spec = scan;
        boolean none = select.limit() == 0 || select.condition() instanceof Never;
        if (spec == null || none) {
            RowCursor fixed = new FixedRows(none ? 0 : 1);
            return select.counts() ? new CountedRows(fixed) : fixed;
        }
        List<IntPredicate> tests = new ArrayList<>();
        for (int column : spec.dayColumns()) {
            tests.add(Reach.days(select.condition(), column, execution));
        }
        List<@Nullable Object> ids = new ArrayList<>();
        List<Operand> wanted = companies;
        if (wanted != null) {
            wanted.forEach(id -> ids.add(id.value(execution)));
        }
        RowCursor rows = TableRun.of(execution, spec, tests, ids).rows();
        if (!Condition.isAlways(select.condition())) {
            rows = new FilteredRows(rows, RowTest.of(select.condition(), places, execution));
        }
        if (!select.order().isEmpty()) {
            long most = select.limit() == Long.MAX_VALUE ? Long.MAX_VALUE : select.limit() + select.offset();
            rows = new SortedRows(rows, Order.rows(select.order(), places), most);
        }
        return select.counts() ? new CountedRows(rows) : rows;
    }
}
