package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final Set<Report<?>> REPORTS = new LinkedHashSet<>(Reports.ALL);

    @Test
    void givesEachUnitToExactlyOneTask() {
        for (int maxTasks = 1; maxTasks <= 12; maxTasks++) {
            List<WorkUnit> units = units(50);
            List<List<WorkUnit>> tasks = Assignment.of(units, maxTasks);
            assertThat(tasks).hasSizeLessThanOrEqualTo(maxTasks).noneMatch(List::isEmpty);
            assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(units);
        }
    }

    @Test
    void neverMakesMoreTasksThanUnits() {
        assertThat(Assignment.of(WorkUnit.all(Set.of(Reports.TOOLS), null), 10)).hasSize(1);
    }

    @Test
    void movesFewUnitsWhenACompanyAppears() {
        Map<WorkUnit, Integer> before = taskOfEach(units(50), 8);
        Map<WorkUnit, Integer> after = taskOfEach(units(51), 8);
        assertThat(after).hasSize(51 * REPORTS.size());
        assertThat(before.entrySet().stream().filter(unit -> !unit.getValue().equals(after.get(unit.getKey()))))
                .as("of 300")
                .hasSizeLessThan(15);
    }

    @Test
    void dividesEvenlyIntoAsManyTasksAsAllowed() {
        for (int companies : new int[] {1, 2, 7, 40}) {
            for (int maxTasks = 1; maxTasks <= 12; maxTasks++) {
                List<WorkUnit> units = units(companies);
                int tasks = Math.min(maxTasks, units.size());
                int least = units.size() / tasks;
                assertThat(Assignment.of(units, maxTasks)).hasSize(tasks).allSatisfy(task -> assertThat(task)
                        .hasSizeBetween(least, units.size() % tasks == 0 ? least : least + 1));
            }
        }
    }

    @Test
    void dividesNothingIntoNoTask() {
        assertThat(Assignment.of(List.of(), 3)).isEmpty();
    }

    @Test
    void readsUnitsBackFromATasksConfiguration() {
        List<WorkUnit> units = new ArrayList<>(units(3));
        units.addAll(WorkUnit.all(REPORTS, null));
        assertThat(TaskUnits.read(Map.of(TaskUnits.KEY, TaskUnits.write(units))))
                .isEqualTo(units);
    }

    private static Map<WorkUnit, Integer> taskOfEach(List<WorkUnit> units, int maxTasks) {
        Map<WorkUnit, Integer> tasks = new HashMap<>();
        List<List<WorkUnit>> assigned = Assignment.of(units, maxTasks);
        for (int task = 0; task < assigned.size(); task++) {
            for (WorkUnit unit : assigned.get(task)) {
                tasks.put(unit, task);
            }
        }
        return tasks;
    }

    private static List<WorkUnit> units(int companies) {
        return WorkUnit.all(
                REPORTS, LongStream.rangeClosed(1, companies).boxed().collect(Collectors.toCollection(TreeSet::new)));
    }
}
