package io.github.paradigmreporting.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which task works on which unit, by rendezvous hashing with equal shares: each unit goes to the task for which their common
 * hash is highest, among the tasks that have room. So the answer is the same on every worker, no task has more than one unit
 * more than another, and a unit that comes or goes moves few others.
 */
final class Assignment {
    private Assignment() {}

    /** A unit with a task that it could go to. */
    private record Bid(int unit, int task, long hash) {}

    /**
     * Divides units between tasks.
     *
     * @param units in a stable order
     * @param maxTasks most tasks allowed
     * @return the units of each task, none empty; as many tasks as allowed, but never more than units
     */
    static List<List<WorkUnit>> of(Collection<WorkUnit> units, int maxTasks) {
        List<WorkUnit> all = List.copyOf(units);
        int count = Math.min(maxTasks, all.size());
        if (count == 0) {
            return List.of();
        }
        int[] tasks = tasks(all, count);
        List<List<WorkUnit>> divided = new ArrayList<>();
        for (int task = 0; task < count; task++) {
            List<WorkUnit> share = new ArrayList<>();
            for (int unit = 0; unit < tasks.length; unit++) {
                if (tasks[unit] == task) {
                    share.add(all.get(unit));
                }
            }
            divided.add(share);
        }
        return divided;
    }

    /** The task of each unit: the highest bids win. */
    private static int[] tasks(List<WorkUnit> units, int count) {
        List<Bid> bids = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            for (int task = 0; task < count; task++) {
                bids.add(new Bid(unit, task, hash(units.get(unit) + "#" + task)));
            }
        }
        bids.sort(Comparator.comparingLong(Bid::hash)
                .reversed()
                .thenComparingInt(Bid::unit)
                .thenComparingInt(Bid::task));
        int[] tasks = new int[units.size()];
        Arrays.fill(tasks, -1);
        int[] room = new int[count];
        Arrays.fill(room, units.size() / count);
        int larger = units.size() % count;
        for (Bid bid : bids) {
            if (tasks[bid.unit()] < 0 && (room[bid.task()] > 0 || (room[bid.task()] == 0 && larger > 0))) {
                if (room[bid.task()] == 0) {
                    larger--;
                }
                room[bid.task()]--;
                tasks[bid.unit()] = bid.task();
            }
        }
        return tasks;
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        // CRC is linear: equal-length texts that differ in one place keep their order. Mixing breaks that.
        long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 32)) >>> 1;
    }
}
