package io.github.paradigmreporting.simulator;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a running {@link ParadigmSimulator} to tests that take one as a parameter, and closes it. With
 * {@code @ExtendWith(SimulatorExtension.class)} or {@link #fresh} each test gets one of its own; with {@link #shared}, in
 * a static field with {@code @RegisterExtension}, the tests of a class share one. Needs JUnit 5 on the class path.
 */
public final class SimulatorExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SimulatorExtension.class);
    private static final String KEY = "simulator";

    private final UnaryOperator<SimulatorBuilder> instance;
    private final boolean shared;

    /** A fresh simulator for each test, with every switch at its default. */
    public SimulatorExtension() {
        this(same -> same, false);
    }

    private SimulatorExtension(UnaryOperator<SimulatorBuilder> instance, boolean shared) {
        this.instance = instance;
        this.shared = shared;
    }

    /**
     * A simulator for each test.
     *
     * @param instance sets the switches
     * @return the extension, for a field with {@code @RegisterExtension}
     */
    public static SimulatorExtension fresh(UnaryOperator<SimulatorBuilder> instance) {
        return new SimulatorExtension(instance, false);
    }

    /**
     * One simulator for all tests of a class and its nested classes.
     *
     * @param instance sets the switches
     * @return the extension, for a static field with {@code @RegisterExtension}
     */
    public static SimulatorExtension shared(UnaryOperator<SimulatorBuilder> instance) {
        return new SimulatorExtension(instance, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (shared && context.getStore(OURS).get(KEY) == null) {
            start(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!shared) {
            start(context);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            stop(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (shared) {
            stop(context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ParadigmSimulator.class;
    }

    @Override
    public ParadigmSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ParadigmSimulator simulator = context.getStore(OURS).get(KEY, ParadigmSimulator.class);
        if (simulator == null) {
            throw new ParameterResolutionException(
                    shared
                            ? "a shared simulator needs @RegisterExtension on a static field"
                            : "a fresh simulator is there for tests, @BeforeEach and @AfterEach; elsewhere use shared(…)");
        }
        return simulator;
    }

    private void start(ExtensionContext context) {
        context.getStore(OURS)
                .put(KEY, instance.apply(ParadigmSimulator.builder()).start());
    }

    private static void stop(ExtensionContext context) {
        ParadigmSimulator simulator = context.getStore(OURS).remove(KEY, ParadigmSimulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }
}
