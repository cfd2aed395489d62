package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.tools.RelBuilderFactory;

/** Tells a scan what the filter above it says about days and companies. The filter stays. */
final class NarrowScanRule extends RelRule<NarrowScanRule.Config> {
    static final NarrowScanRule INSTANCE = new NarrowScanRule(new Config());

    private NarrowScanRule(Config config) {
        super(config);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        Filter filter = call.rel(0);
        ReportScan scan = call.rel(1);
        RexBuilder rex = filter.getCluster().getRexBuilder();
        RexNode ofTable = filter.getCondition().accept(new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
                return new RexInputRef(scan.column(ref.getIndex()), ref.getType());
            }
        });
        ScanCondition condition = ScanCondition.of(ofTable, scan.dayColumns(), scan.companyColumn(), rex);
        if (condition != null) {
            call.transformTo(filter.copy(filter.getTraitSet(), scan.narrowed(condition), filter.getCondition()));
        }
    }

    /** When the rule fires: once per scan. */
    record Config() implements RelRule.Config {
        @Override
        public NarrowScanRule toRule() {
            return INSTANCE;
        }

        @Override
        public String description() {
            return "NarrowScan";
        }

        @Override
        public RelRule.OperandTransform operandSupplier() {
            return filter -> filter.operand(Filter.class).oneInput(scan -> scan.operand(ReportScan.class)
                    .predicate(open -> open.condition() == null)
                    .noInputs());
        }

        @Override
        public RelBuilderFactory relBuilderFactory() {
            return RelFactories.LOGICAL_BUILDER;
        }

        @Override
        public RelRule.Config withRelBuilderFactory(RelBuilderFactory factory) {
            throw new UnsupportedOperationException("the configuration is fixed");
        }

        @Override
        public RelRule.Config withDescription(String description) {
            throw new UnsupportedOperationException("the configuration is fixed");
        }

        @Override
        public RelRule.Config withOperandSupplier(RelRule.OperandTransform transform) {
            throw new UnsupportedOperationException("the configuration is fixed");
        }
    }
}
