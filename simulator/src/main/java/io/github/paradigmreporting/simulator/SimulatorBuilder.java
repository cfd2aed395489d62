package io.github.paradigmreporting.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Says what instance to simulate. Every switch has a default, so {@code builder().start()} works. Not safe for threads. */
public final class SimulatorBuilder extends ServerSwitches {
    private static final AtomicInteger KEYS = new AtomicInteger();

    private @Nullable String key;
    private final Map<String, Keys.Role> otherKeys = new LinkedHashMap<>();
    private final List<FaultRule> faults = new ArrayList<>();
    private Consumer<Asked> watcher = asked -> {};
    private LongSupplier nanos = System::nanoTime;

    SimulatorBuilder() {}

    /**
     * The key of a platform admin, who sees all companies. By default each simulator of a JVM has a key of its own, see
     * {@link ParadigmSimulator#key}: clients limit their requests by address and key, and an address is used again when a
     * simulator is closed.
     *
     * @param value the key
     * @return this
     */
    public SimulatorBuilder key(String value) {
        key = value;
        return this;
    }

    /**
     * A further key, of an admin who sees one company.
     *
     * @param value the key
     * @param company id of the company
     * @return this
     */
    public SimulatorBuilder companyKey(String value, long company) {
        otherKeys.put(value, new Keys.Role(Keys.Level.COMPANY_ADMIN, company));
        return this;
    }

    /**
     * A further key, of an ordinary user, who may not see any report.
     *
     * @param value the key
     * @return this
     */
    public SimulatorBuilder userKey(String value) {
        otherKeys.put(value, Keys.Role.USER);
        return this;
    }

    /**
     * A rule of the fault plan; more can follow through {@link ParadigmSimulator#faults}.
     *
     * @param rule as {@link FaultRule} spells it, for example {@code tools*3=429 Retry-After 2}
     * @return this
     * @throws IllegalArgumentException when the text is not a rule
     */
    public SimulatorBuilder fault(String rule) {
        faults.add(FaultRule.parse(rule));
        return this;
    }

    /**
     * Told each request when it has ended, by the thread that answers it; nobody by default.
     *
     * @param told gets the request
     * @return this
     */
    public SimulatorBuilder watcher(Consumer<Asked> told) {
        watcher = told;
        return this;
    }

    /** Real time for the limit per minute; for the simulator's own tests. */
    SimulatorBuilder nanos(LongSupplier ticker) {
        nanos = ticker;
        return this;
    }

    /**
     * Starts the simulator; it listens when this returns.
     *
     * @return the running simulator
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public ParadigmSimulator start() {
        ServerOptions server = serverOptions();
        DataOptions data = dataOptions();
        Keys keys = new Keys();
        otherKeys.forEach(keys::add);
        String adminKey = key == null ? "demo-key-" + KEYS.incrementAndGet() : key;
        keys.add(adminKey, Keys.Role.ADMIN);
        Faults plan = new Faults(new Dice(data.seed()));
        faults.forEach(plan::add);
        return new ParadigmSimulator(data, answerOptions(), server, adminKey, keys, plan, watcher, nanos);
    }

    @Override
    SimulatorBuilder self() {
        return this;
    }
}
