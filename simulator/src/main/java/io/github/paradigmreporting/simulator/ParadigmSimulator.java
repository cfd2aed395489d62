package io.github.paradigmreporting.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A Paradigm instance's reporting API over HTTP, with made-up usage: in process, on a free port of this machine. Runs
 * from {@link SimulatorBuilder#start} until {@link #close}. Safe for threads.
 */
public final class ParadigmSimulator implements AutoCloseable {
    private final String key;
    private final Keys keys;
    private final Faults faults;
    private final Edits edits;
    private final Dataset dataset;
    private final Journal journal;
    private final Listener listener;
    private final Clock clock;
    private final URI baseUrl;

    ParadigmSimulator(
            DataOptions data,
            AnswerOptions answers,
            ServerOptions server,
            String key,
            Keys keys,
            Faults faults,
            Consumer<Asked> watcher,
            LongSupplier nanos) {
        this.key = key;
        this.clock = server.clock();
        this.keys = keys;
        this.faults = faults;
        this.edits = new Edits(
                World.of(Companies.make(new Dice(data.seed()), data.companies(), data.lateCompanies(), data.from())));
        this.dataset = new Dataset(data, answers, edits, server.clock());
        this.journal = new Journal(watcher);
        Admission admission = new Admission(server, answers, keys, nanos);
        Api api = new Api(server, answers, dataset, admission, faults, journal);
        this.listener = Listener.start(server.host(), server.port(), api);
        String host = server.host().indexOf(':') < 0 ? server.host() : "[" + server.host() + "]";
        this.baseUrl = URI.create("http://" + host + ":" + listener.port());
    }

    /**
     * Says what instance to simulate.
     *
     * @return a builder whose every switch has a default
     */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /**
     * Where it listens.
     *
     * @return for example {@code http://127.0.0.1:43210}, without {@code /api/v2}
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * The key that sees all companies.
     *
     * @return the key
     */
    public String key() {
        return key;
    }

    /**
     * The truth without HTTP.
     *
     * @return the rows that a faultless answer would have
     */
    public Dataset dataset() {
        return dataset;
    }

    /**
     * The clock it looks at, for programs under test that must not disagree with it about what day it is.
     *
     * @return the clock given to the builder, in the instance's zone; otherwise the system's in UTC
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Changes to the usage by script.
     *
     * @return takes edits while requests run
     */
    public Edits edits() {
        return edits;
    }

    /**
     * The plan of what goes wrong.
     *
     * @return takes rules while requests run
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The requests so far.
     *
     * @return every request, for assertions
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Makes a key valid that sees all companies, as when a key is replaced.
     *
     * @param newKey the key
     */
    public void addKey(String newKey) {
        keys.add(newKey, Keys.Role.ADMIN);
    }

    /**
     * Makes a key invalid at once.
     *
     * @param oldKey the key; nothing happens when it is not known
     */
    public void revokeKey(String oldKey) {
        keys.revoke(oldKey);
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        listener.close();
    }

    @Override
    public String toString() {
        return "ParadigmSimulator " + baseUrl;
    }
}
