package io.github.paradigmreporting.jdbc.engine;

import com.google.common.collect.ImmutableList;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** Reads some columns of a table for what is known about days and companies. The filter itself stays above it. */
final class ReportScan extends TableScan {
    private final ReportTable report;
    private final int[] columns;
    private final @Nullable ScanCondition condition;
    private final Set<Integer> joined;

    ReportScan(
            RelOptCluster cluster,
            RelOptTable table,
            ReportTable report,
            int[] columns,
            @Nullable ScanCondition condition) {
        this(cluster, table, report, columns, condition, Set.of());
    }

    private ReportScan(
            RelOptCluster cluster,
            RelOptTable table,
            ReportTable report,
            int[] columns,
            @Nullable ScanCondition condition,
            Set<Integer> joined) {
        super(cluster, cluster.traitSetOf(Convention.NONE), ImmutableList.of(), table);
        this.report = report;
        this.columns = columns.clone();
        this.condition = condition;
        this.joined = joined;
    }

    @Nullable
    ScanCondition condition() {
        return condition;
    }

    /** Number in the table of an output column. */
    int column(int output) {
        return columns[output];
    }

    ReportScan narrowed(ScanCondition to) {
        return new ReportScan(getCluster(), getTable(), report, columns, to);
    }

    /** Whether its rows are counted anew for each window of days. */
    boolean countsWindows() {
        return report.table().source().grain() == Grain.WINDOW;
    }

    /** The same scan, knowing which of its days are to equal what only rows tell. */
    ReportScan joinedBy(Set<Integer> dayColumns) {
        return new ReportScan(getCluster(), getTable(), report, columns, condition, Set.copyOf(dayColumns));
    }

    /** Numbers in the table of the columns that hold days. */
    List<Integer> dayColumns() {
        List<SqlColumn> all = report.table().columns();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).type() == ColumnType.DATE)
                .boxed()
                .toList();
    }

    int companyColumn() {
        return report.table().indexOf("company_id").orElse(-1);
    }

    ScanSpec spec() {
        return new ScanSpec(
                report.table(),
                Arrays.stream(columns).boxed().toList(),
                condition == null ? List.of() : List.copyOf(condition.days().keySet()),
                condition != null && condition.companies() != null,
                joined);
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return this;
    }

    @Override
    public RelNode project(ImmutableBitSet used, Set<RelDataTypeField> extra, RelBuilder builder) {
        ImmutableBitSet kept = used.isEmpty() ? ImmutableBitSet.of(0) : used;
        if (!extra.isEmpty() || kept.cardinality() == columns.length) {
            return super.project(used, extra, builder);
        }
        int[] fewer = kept.toList().stream().mapToInt(this::column).toArray();
        ReportScan scan = new ReportScan(getCluster(), getTable(), report, fewer, condition);
        if (!used.isEmpty()) {
            return scan;
        }
        return builder.push(scan).project(List.of(), List.of(), true).build();
    }

    @Override
    public RelDataType deriveRowType() {
        List<RelDataTypeField> fields = getTable().getRowType().getFieldList();
        RelDataTypeFactory.Builder row = getCluster().getTypeFactory().builder();
        for (int column : columns) {
            row.add(fields.get(column));
        }
        return row.build();
    }

    @Override
    public double estimateRowCount(RelMetadataQuery query) {
        return (condition == null ? 10_000 : 1_000);
    }

    @Override
    public @Nullable RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
        double rows = estimateRowCount(query);
        return planner.getCostFactory().makeCost(rows, rows * columns.length, rows * columns.length);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        List<SqlColumn> all = report.table().columns();
        super.explainTerms(writer)
                .item(
                        "columns",
                        Arrays.stream(columns).mapToObj(i -> all.get(i).name()).collect(Collectors.joining(", ")));
        if (condition != null) {
            condition
                    .days()
                    .forEach((column, test) ->
                            writer.item("only " + all.get(column).name(), test.toString()));
            List<RexNode> companies = condition.companies();
            writer.itemIf("companies", companies, companies != null);
        }
        writer.itemIf("days of rows", joined, !joined.isEmpty());
        return writer;
    }
}
