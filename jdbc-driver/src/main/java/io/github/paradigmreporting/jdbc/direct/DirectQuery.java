package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.direct.Condition.Never;
import io.github.paradigmreporting.jdbc.engine.CursorColumn;
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
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A query of one table, run without a SQL engine. */
final class DirectQuery implements PlannedQuery {
    private final Select select;
    private final List<ResultColumn> columns;
    /** Where in a row of the scan a column of the table stands; -1 when it is not read. */
    private final int[] places;

    private final @Nullable ScanSpec scan;
    private final @Nullable List<Operand> companies;
    private final Condition besideDays;

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
            this.besideDays = select.condition();
        } else {
            Arrays.fill(places, -1);
            this.companies = Reach.companies(
                    select.condition(), table.indexOf("company_id").orElse(-1));
            this.besideDays =
                    Reach.beside(select.condition(), table.indexOf("date").orElse(-1));
            this.scan = new ScanSpec(table, read(), days(table), companies != null, Set.of());
        }
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
        RowCursor rows = rows(execution);
        CursorColumn[] answer = new CursorColumn[columns.size()];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = select.counts() ? rows.column(i) : answer(select.items().get(i), rows, execution);
        }
        return new AnswerRows(rows, answer, select.offset(), select.limit());
    }

    private CursorColumn answer(Item item, RowCursor rows, Execution execution) {
        if (item.column() >= 0) {
            return rows.column(places[item.column()]);
        }
        Operand value = item.value();
        return new FixedValue(value == null ? null : value.value(execution));
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
        TableRun run = TableRun.of(execution, spec, tests, ids);
        Condition untested = run.onlyDaysThatPass() ? besideDays : select.condition();
        RowCursor rows = run.rows();
        if (!Condition.isAlways(untested)) {
            rows = new FilteredRows(rows, RowTest.of(untested, rows, places, execution));
        }
        if (!select.order().isEmpty()) {
            long most = select.limit() == Long.MAX_VALUE ? Long.MAX_VALUE : select.limit() + select.offset();
            rows = new SortedRows(rows, execution.memory().held(), Order.rows(select.order(), places), most);
        }
        return select.counts() ? new CountedRows(rows) : rows;
    }
}
