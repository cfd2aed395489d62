package io.github.paradigmreporting.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which task works on which unit, by rendezvous hashing: each unit goes to the task for which their common hash is
 * highest. So a unit that comes or goes moves no other, and the answer is the same on every worker.
 */
final class Assignment {
    private Assignment() {}

    /**
     * Divides units between tasks.
     *
     * @param units in a stable order
     * @param maxTasks most tasks allowed
     * @return the units of each task that has some; never more tasks than units
     */
    static List<List<WorkUnit>> of(Collection<WorkUnit> units, int maxTasks) {
        List<List<WorkUnit>> tasks = new ArrayList<>();
        for (int i = 0; i < maxTasks; i++) {
            tasks.add(new ArrayList<>());
        }
        for (WorkUnit unit : units) {
            tasks.get(taskOf(unit, maxTasks)).add(unit);
        }
        return tasks.stream().filter(task -> !task.isEmpty()).toList();
    }

    private static int taskOf(WorkUnit unit, int maxTasks) {
        int best = 0;
        long bestHash = -1;
        for (int task = 0; task < maxTasks; task++) {
            long hash = hash(unit + "#" + task);
            if (hash > bestHash) {
                best = task;
                bestHash = hash;
            }
        }
        return best;
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        // CRC is linear: equal-length texts that differ in one place keep their order. Mixing breaks that.
        long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 32)) >>> 1;
    }
}
