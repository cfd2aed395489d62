package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.simulator.Asked;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.OddAnswer;
import io.github.paradigmreporting.simulator.OddAnswer.Verdict;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A simulated instance in all kinds of trouble, by chance from a seed. */
final class FaultyInstance implements AutoCloseable {
    /** Keys that see everything; each has a day store and a budget of its own. */
    static final List<String> KEYS = List.of("first-key", "second-key", "third-key");

    /** Another one, for those who store nothing. */
    static final String BARE_KEY = "bare-key";

    /** What is refused among other days or changes nothing: never a figure that is not the truth's. */
    private static final Set<OddAnswer> ODD = odd();

    private final Map<String, Long> met = new TreeMap<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final ParadigmSimulator simulator;
    private long requests;

    /**
     * An instance.
     *
     * @param patient whether it also keeps callers waiting, by the clock
     */
    FaultyInstance(long seed, boolean patient) {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .seed(seed)
                .companies(3)
                .documentsPerDay(2)
                .watcher(this::note)
                .start();
        KEYS.forEach(simulator::addKey);
        simulator.addKey(BARE_KEY);
        ODD.forEach(odd -> chance(0.0015, odd.report().name(), Fault.odd(odd)));
        // What passes, and what is answered by asking again.
        chance(0.05, Fault.status(503));
        chance(0.03, Fault.status(502));
        chance(0.03, Fault.status(500));
        chance(0.02, Fault.html(200));
        chance(0.04, Fault.cut(40));
        chance(0.04, Fault.cut(700));
        chance(0.04, Fault.reset());
        chance(0.03, Fault.reset(300));
        chance(0.04, Fault.shortened(0));
        chance(0.04, Fault.shortened(900));
        chance(0.03, Fault.throttled(Duration.ZERO));
        chance(0.02, Fault.redirect(302, null));
        chance(0.01, Fault.redirect(308, null));
        // What does not.
        chance(0.01, Fault.status(400));
        chance(0.01, Fault.status(401));
        chance(0.01, Fault.status(403));
        chance(0.01, Fault.status(404));
        chance(0.005, Fault.redirect(307, URI.create("http://127.0.0.2:9")));
        chance(0.01, Fault.lie(io.github.paradigmreporting.simulator.Lie.DUPLICATE_DAY));
        if (patient) {
            chance(0.01, Fault.maintenance());
            chance(0.01, Fault.throttled(Duration.ofSeconds(1)));
            chance(0.02, Fault.status(429));
            chance(0.04, Fault.delay(Duration.ofMillis(300)));
            chance(0.03, Fault.slow(4_000));
            chance(0.01, Fault.hang());
        }
    }

    private static Set<OddAnswer> odd() {
        Set<OddAnswer> all = EnumSet.allOf(OddAnswer.class);
        all.removeIf(odd -> odd.verdict() == Verdict.DOUBTED || odd.verdict() == Verdict.TAKEN);
        // In the answer about a single day these two are an older instance's.
        all.removeAll(EnumSet.of(OddAnswer.DAY_WITHOUT_FIGURES, OddAnswer.FIGURES_OF_SOME_DAYS));
        // The JDK's client (17.0.15) leaves the socket of each such answer open.
        all.remove(OddAnswer.LENGTH_OF_NO_NUMBER);
        all.addAll(EnumSet.of(
                OddAnswer.UNKNOWN_FIELDS,
                OddAnswer.NO_NEXT_PAGE,
                OddAnswer.BYTE_ORDER_MARK,
                OddAnswer.WHITE_SPACE,
                OddAnswer.CLOCK_HOURS_AHEAD));
        return all;
    }

    private void chance(double share, Fault fault) {
        chance(share, "*", fault);
    }

    /** A share of a report's calls. The simulator throws its dice once per call, so that the next share begins where one ends. */
    private void chance(double share, String report, Fault fault) {
        simulator.faults().withProbability(shares.merge(report, share, Double::sum), report, fault);
    }

    private synchronized void note(Asked asked) {
        requests++;
        String fault = asked.fault();
        if (fault != null) {
            met.merge(fault, 1L, Long::sum);
        }
    }

    ParadigmSimulator simulator() {
        return simulator;
    }

    /** How many requests there were, and how many of them met which fault. */
    synchronized String report() {
        return requests + " requests; faults met: " + met;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
