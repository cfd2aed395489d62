package io.github.paradigmreporting.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One company of the simulated instance.
 *
 * @param id its id, unique in the instance
 * @param name its name; may hold quotes and any Unicode text
 * @param people members it has when grown up; usage scales with it
 * @param firstDay first day with usage
 * @param lastDay last day with usage, or null while it stays
 */
public record Company(
        long id,
        String name,
        int people,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {
    boolean uses(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    Company renamed(String newName) {
        return new Company(id, newName, people, firstDay, lastDay);
    }

    Company until(LocalDate newLastDay) {
        return new Company(id, name, people, firstDay, newLastDay);
    }
}
