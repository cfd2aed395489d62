package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Makes {@link Windowed} operators; their arguments, keys and constants become columns behind those of the input. */
final class Windows {
    private record Key(RexNode value, Direction direction, NullDirection nulls) {}

    private record Call(SqlAggFunction function, List<RexNode> operands, RelDataType type, boolean ignoreNulls) {
        Call(SqlAggFunction function, List<RexNode> operands, RelDataType type, boolean ignoreNulls, boolean distinct) {
            this(function, operands, type, ignoreNulls);
            if (distinct && function.kind != SqlKind.MIN && function.kind != SqlKind.MAX) {
                throw new UnsupportedOperationException(
                        function.getName() + "(DISTINCT …) OVER is not offered; count in a sub-query with GROUP BY");
            }
        }
    }

    private final ExpressionCompiler compiler;
    private final int width;
    private final List<RelDataType> types = new ArrayList<>();
    private final List<Expression> columns = new ArrayList<>();
    private final List<Windowed.Window> windows = new ArrayList<>();

    private Windows(RelDataType input, ExpressionCompiler compiler) {
        this.compiler = compiler;
        this.width = input.getFieldCount();
        input.getFieldList().forEach(field -> {
            int column = field.getIndex();
            types.add(field.getType());
            columns.add((row, run) -> row[column]);
        });
    }

    /** The operator of a relation of windows. */
    static Operator of(Window rel, Operator input, ExpressionCompiler compiler) {
        Windows made = new Windows(rel.getInput().getRowType(), compiler);
        RexShuttle constants = new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
                return ref.getIndex() < made.width ? ref : rel.constants.get(ref.getIndex() - made.width);
            }
        };
        for (Window.Group group : rel.groups) {
            List<Key> keys = new ArrayList<>();
            for (RelFieldCollation key : group.orderKeys.getFieldCollations()) {
                keys.add(new Key(
                        made.reference(key.getFieldIndex(), rel.constants), key.getDirection(), key.nullDirection));
            }
            List<Call> calls = new ArrayList<>();
            for (Window.RexWinAggCall call : group.aggCalls) {
                calls.add(new Call(
                        (SqlAggFunction) call.getOperator(),
                        constants.visitList(call.getOperands()),
                        call.getType(),
                        call.ignoreNulls,
                        call.distinct));
            }
            made.add(
                    group.keys.toList().stream()
                            .map(key -> made.reference(key, rel.constants))
                            .toList(),
                    keys,
                    group.isRows,
                    made.bound(group.lowerBound, constants),
                    made.bound(group.upperBound, constants),
                    group.exclude,
                    calls);
        }
        return made.operator(input);
    }

    /** The operator of a projection with window functions in it. */
    static Operator of(Project rel, Operator input, ExpressionCompiler compiler) {
        Windows made = new Windows(rel.getInput().getRowType(), compiler);
        Map<RexWindow, List<RexOver>> byWindow = new LinkedHashMap<>();
        RexShuttle collector = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver over) {
                List<RexOver> same = byWindow.computeIfAbsent(over.getWindow(), window -> new ArrayList<>());
                if (!same.contains(over)) {
                    same.add(over);
                }
                return over;
            }
        };
        collector.visitList(rel.getProjects());
        Map<RexOver, Integer> places = new LinkedHashMap<>();
        byWindow.forEach((window, overs) -> {
            List<Call> calls = new ArrayList<>();
            for (RexOver over : overs) {
                places.put(over, made.width + places.size());
                calls.add(new Call(
                        over.getAggOperator(),
                        over.getOperands(),
                        over.getType(),
                        over.ignoreNulls(),
                        over.isDistinct()));
            }
            List<Key> keys = new ArrayList<>();
            for (RexFieldCollation key : window.orderKeys) {
                keys.add(new Key(key.left, key.getDirection(), key.getNullDirection()));
            }
            made.add(
                    window.partitionKeys,
                    keys,
                    window.isRows(),
                    made.bound(window.getLowerBound(), null),
                    made.bound(window.getUpperBound(), null),
                    window.getExclude(),
                    calls);
        });
        RexShuttle computed = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver over) {
                return new RexInputRef(Objects.requireNonNull(places.get(over)), over.getType());
            }
        };
        return new Projected(made.operator(input), compiler.compileAll(computed.visitList(rel.getProjects())));
    }

    private RexNode reference(int column, List<RexLiteral> constants) {
        return column < width ? new RexInputRef(column, types.get(column)) : constants.get(column - width);
    }

    private WindowFrame.Bound bound(RexWindowBound bound, @Nullable RexShuttle constants) {
        RexNode offset = bound.getOffset();
        int side = bound.isPreceding() ? -1 : bound.isFollowing() ? 1 : 0;
        if (offset == null) {
            return new WindowFrame.Bound(side, null, null, false);
        }
        RexNode value = constants == null ? offset : offset.accept(constants);
        Expression plain = compiler.compile(value);
        if (!isOfGroups(value)) {
            return new WindowFrame.Bound(side, plain, value.getType(), false);
        }
        Object groups = Sums.decimal((Number) Objects.requireNonNull(ExpressionCompiler.value((RexLiteral) value)))
                .subtract(BigDecimal.valueOf(Lean.GROUP_OFFSET));
        return new WindowFrame.Bound(side, (row, run) -> groups, value.getType(), true);
    }

    private static boolean isOfGroups(RexNode offset) {
        return offset instanceof RexLiteral literal
                && ExpressionCompiler.value(literal) instanceof Number number
                && SqlTypeUtil.isNumeric(literal.getType())
                && number.longValue() >= Lean.GROUP_OFFSET;
    }

    private void add(
            List<RexNode> partition,
            List<Key> order,
            boolean rows,
            WindowFrame.Bound start,
            WindowFrame.Bound end,
            RexWindowExclusion exclusion,
            List<Call> calls) {
        List<RelFieldCollation> collation = new ArrayList<>();
        order.forEach(key -> collation.add(new RelFieldCollation(column(key.value()), key.direction(), key.nulls())));
        boolean groups = rows && (start.ofGroups() || end.ofGroups());
        WindowFrame.Unit unit =
                groups ? WindowFrame.Unit.GROUPS : rows ? WindowFrame.Unit.ROWS : WindowFrame.Unit.RANGE;
        RelDataType key = order.isEmpty() ? null : order.get(0).value().getType();
        List<Integer> by = partition.stream().map(this::column).toList();
        List<int[]> arguments = new ArrayList<>();
        for (Call call : calls) {
            arguments.add(arguments(call));
        }
        RelDataTypeFactory.Builder row = compiler.rex().getTypeFactory().builder();
        IntStream.range(0, types.size()).forEach(i -> row.add("c" + i, types.get(i)));
        RelDataType rowType = row.build();
        List<WindowFunction> functions = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            functions.add(
                    WindowFunctions.of(call.function(), arguments.get(i), call.ignoreNulls(), rowType, call.type()));
        }
        windows.add(new Windowed.Window(
                by,
                new RowOrder(RelCollations.of(collation)),
                new WindowFrame(unit, start, end, exclusion, key),
                functions));
    }

    private int[] arguments(Call call) {
        List<RexNode> operands = call.operands();
        int[] arguments = new int[operands.size()];
        boolean offset = call.function().kind == SqlKind.LAG || call.function().kind == SqlKind.LEAD;
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = offset && i != 1 ? column(operands.get(i), call.type()) : column(operands.get(i));
        }
        return arguments;
    }

    /** The column of a value as one of a type. */
    private int column(RexNode value, RelDataType type) {
        int plain = column(value);
        Expression of = columns.get(plain);
        Expression converted = compiler.as(value.getType(), type, of);
        return converted == of ? plain : append(converted, type);
    }

    private int column(RexNode value) {
        return value instanceof RexInputRef ref ? ref.getIndex() : append(compiler.compile(value), value.getType());
    }

    private int append(Expression value, RelDataType type) {
        types.add(type);
        columns.add(value);
        return columns.size() - 1;
    }

    private Operator operator(Operator input) {
        Operator wide = columns.size() == width ? input : new Projected(input, columns);
        return new Windowed(wide, width, windows);
    }
}
