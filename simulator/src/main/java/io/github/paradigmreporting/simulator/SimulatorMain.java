package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The simulator as a program: {@code java -jar paradigm-reporting-simulator.jar --help}. The few classes of the core
 * that it needs lie in a folder of the jar where nobody who uses the jar as a library sees them twice.
 */
public final class SimulatorMain {
    private static final String CORE = "/io/github/paradigmreporting/core/report/Reports.class";
    private static final String FOLDER = "program/";

    private SimulatorMain() {}

    /**
     * Runs until the process is stopped; exit status 2 when an option is wrong, 1 when the port is taken.
     *
     * @param arguments see {@code --help}
     * @throws Exception when the jar is broken
     */
    public static void main(String[] arguments) throws Exception {
        if (SimulatorMain.class.getResource(CORE) == null) {
            runWithFolder(arguments);
            return;
        }
        int status = new Program(System.out, System.err).run(arguments);
        if (status >= 0) {
            System.out.flush();
            System.exit(status);
        }
    }

    private static void runWithFolder(String[] arguments) throws ReflectiveOperationException, IOException {
        URL jar = SimulatorMain.class.getProtectionDomain().getCodeSource().getLocation();
        URL folder = URI.create("jar:" + jar + "!/" + FOLDER).toURL();
        ClassLoader loader = new URLClassLoader(new URL[] {jar, folder}, ClassLoader.getPlatformClassLoader());
        if (loader.getResource(CORE.substring(1)) == null) {
            throw new IOException("the core's classes are neither on the class path nor in " + folder
                    + "; add paradigm-reporting-core to the class path");
        }
        try {
            loader.loadClass(SimulatorMain.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw e;
        }
    }
}
