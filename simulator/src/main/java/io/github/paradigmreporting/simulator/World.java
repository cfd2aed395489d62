package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The companies and the edits at one instant. Immutable: an answer that is under way keeps the world it began with, as a
 * database transaction would.
 *
 * @param companies by id
 * @param edits by slice, in the order in which they were made
 * @param earliestEdit first day that any edit touches
 */
record World(Map<Long, Company> companies, Map<Slice, List<UnaryOperator<Stream<Row>>>> edits, LocalDate earliestEdit) {

    /** A (report, company, day). */
    record Slice(String report, long company, LocalDate day) {
        static Slice of(Report<?> report, long company, LocalDate day) {
            return new Slice(report.name(), company, day);
        }
    }

    static World of(List<Company> companies) {
        Map<Long, Company> byId = new TreeMap<>();
        companies.forEach(company -> byId.put(company.id(), company));
        return new World(Collections.unmodifiableMap(byId), Map.of(), LocalDate.MAX);
    }

    World with(Company company) {
        Map<Long, Company> changed = new TreeMap<>(companies);
        changed.put(company.id(), company);
        return new World(Collections.unmodifiableMap(changed), edits, earliestEdit);
    }

    World without(long company) {
        Map<Long, Company> changed = new TreeMap<>(companies);
        changed.remove(company);
        return new World(Collections.unmodifiableMap(changed), edits, earliestEdit);
    }

    World edited(Slice slice, UnaryOperator<Stream<Row>> edit) {
        Map<Slice, List<UnaryOperator<Stream<Row>>>> changed = new java.util.HashMap<>(edits);
        List<UnaryOperator<Stream<Row>>> list = new ArrayList<>(changed.getOrDefault(slice, List.of()));
        list.add(edit);
        changed.put(slice, List.copyOf(list));
        boolean earlier = !slice.day().equals(Edits.NO_DAY) && slice.day().isBefore(earliestEdit);
        return new World(companies, Collections.unmodifiableMap(changed), earlier ? slice.day() : earliestEdit);
    }

    World unedited(Slice slice) {
        Map<Slice, List<UnaryOperator<Stream<Row>>>> changed = new java.util.HashMap<>(edits);
        changed.remove(slice);
        return new World(companies, Collections.unmodifiableMap(changed), earliestEdit);
    }

    <R extends Row> Stream<R> apply(Report<R> report, long company, LocalDate day, Stream<R> rows) {
        List<UnaryOperator<Stream<Row>>> list = edits.get(Slice.of(report, company, day));
        if (list == null) {
            return rows;
        }
        Stream<Row> edited = rows.map(row -> row);
        for (UnaryOperator<Stream<Row>> edit : list) {
            edited = edit.apply(edited);
        }
        return edited.map(report.rowType()::cast);
    }
}
