package io.github.paradigmreporting.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of what goes wrong. A call meets the first rule that covers it; reports that share an endpoint share its
 * calls; {@code *} covers every report. Rules may be added while requests run. Safe for threads.
 */
public final class Faults {
    private final Dice dice;
    private final List<Planned> plan = new ArrayList<>();

    Faults(Dice dice) {
        this.dice = dice;
    }

    /**
     * Lets the next calls meet a fault. Several such rules are met one after the other.
     *
     * @param calls how many calls
     * @param report name or endpoint of the report, or {@code *}
     * @param fault the fault
     * @return this
     */
    public Faults next(int calls, String report, Fault fault) {
        return add(FaultRule.of(report, FaultRule.When.NEXT, calls, fault));
    }

    /**
     * Lets every k-th call meet a fault, counted from now.
     *
     * @param k 1 for every call, 2 for every second one
     * @param report name or endpoint of the report, or {@code *}
     * @param fault the fault
     * @return this
     */
    public Faults every(int k, String report, Fault fault) {
        return add(FaultRule.of(report, FaultRule.When.EVERY, k, fault));
    }

    /**
     * Lets each call meet a fault by chance, by the simulator's seed.
     *
     * @param probability from 0 to 1
     * @param report name or endpoint of the report, or {@code *}
     * @param fault the fault
     * @return this
     */
    public Faults withProbability(double probability, String report, Fault fault) {
        return add(FaultRule.of(report, FaultRule.When.CHANCE, probability, fault));
    }

    /**
     * Lets every call meet a fault.
     *
     * @param report name or endpoint of the report, or {@code *}
     * @param fault the fault
     * @return this
     */
    public Faults always(String report, Fault fault) {
        return add(FaultRule.of(report, FaultRule.When.ALWAYS, 0, fault));
    }

    /**
     * Adds a rule given as text.
     *
     * @param rule as {@link FaultRule} spells it
     * @return this
     * @throws IllegalArgumentException when the text is not a rule
     */
    public Faults add(String rule) {
        return add(FaultRule.parse(rule));
    }

    /**
     * Adds a rule.
     *
     * @param rule the rule
     * @return this
     */
    public synchronized Faults add(FaultRule rule) {
        plan.add(new Planned(rule));
        return this;
    }

    /** Forgets all rules. */
    public synchronized void clear() {
        plan.clear();
    }

    /**
     * Calls that {@link #next} has announced and that have not come yet.
     *
     * @return how many
     */
    public synchronized long pending() {
        return plan.stream()
                .filter(planned -> planned.rule.when() == FaultRule.When.NEXT)
                .mapToLong(planned -> (long) planned.rule.number() - planned.met)
                .sum();
    }

    /** The fault that a call meets, or null. */
    synchronized @Nullable Fault met(Endpoint called) {
        Planned first = null;
        for (Planned planned : plan) {
            if (planned.rule.covers(called)) {
                planned.calls++;
                if (first == null && planned.strikes(dice)) {
                    first = planned;
                }
            }
        }
        if (first == null) {
            return null;
        }
        first.met++;
        plan.removeIf(planned -> planned.rule.when() == FaultRule.When.NEXT && planned.met == planned.rule.number());
        return first.rule.fault();
    }

    private static final class Planned {
        private final FaultRule rule;
        private long calls;
        private long met;

        Planned(FaultRule rule) {
            this.rule = rule;
        }

        boolean strikes(Dice dice) {
            return switch (rule.when()) {
                case ALWAYS -> true;
                case NEXT -> met < rule.number();
                case EVERY -> calls % (long) rule.number() == 0;
                case CHANCE -> dice.unit(calls) < rule.number();
            };
        }
    }
}
