package io.github.paradigmreporting.examples.demo;

import io.github.paradigmreporting.core.error.ReportingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;

/** The program behind {@code ./demo}. */
public final class Demo {
    private static final Map<String, Part> PARTS = parts();

    private Demo() {}

    /**
     * Shows the parts named, or all; ends the JVM with status 0, or 1 and a line that says why.
     *
     * @param names jdbc, camel, kafka
     */
    public static void main(String... names) {
        LogManager.getLogManager().reset(); // the libraries that do not log by SLF4J
        Charset charset = Charset.forName(System.getProperty("native.encoding", "US-ASCII"));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        Screen screen = new Screen(out, "yes".equals(System.getProperty("demo.colours")), charset);
        Closing closing = Closing.watching();
        int status = 0;
        try {
            show(names.length == 0 ? PARTS.keySet().toArray(String[]::new) : names, screen, closing);
            closing.close();
        } catch (Exception e) {
            status = 1;
            if (!closing.interrupted()) {
                System.err.println("./demo: " + message(e));
                if (Boolean.getBoolean("demo.trace")) {
                    e.printStackTrace();
                }
            }
        }
        // Kafka's own threads would keep the JVM for a while.
        System.exit(status);
    }

    private static void show(String[] names, Screen screen, Closing closing) throws Exception {
        Instance instance = closing.add(Instance.of(System.getenv()));
        instance.check();
        screen.headline("Paradigm usage figures", "(" + instance.description() + ")");
        for (String name : names) {
            Part part = PARTS.get(name);
            if (part == null) {
                throw new DemoException("there is no " + name + "; there are " + PARTS.keySet());
            }
            screen.part(part.title());
            try (Closing opened = Closing.watching()) {
                part.show(instance, screen, opened);
            }
        }
        next(screen, instance);
    }

    private static void next(Screen screen, Instance instance) {
        screen.part("What to try next");
        Table table = new Table(Arrays.asList("command or file", "what for"));
        if (instance.simulator().isPresent()) {
            table.row(
                    "PARADIGM_BASE_URL=... PARADIGM_API_KEY=... ./demo", "the same with the figures of your instance");
        }
        table.row("./demo jdbc", "one part alone; also camel and kafka");
        table.row("mvn -B -ntp verify", "every test of every module, against the simulator");
        table.row("README.md", "which module is for you, and ten lines for each");
        screen.table(table);
        screen.gap();
    }

    /** What is wrong, in the words of whoever knows most. */
    private static String message(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ReportingException || t instanceof DemoException || t instanceof SQLException) {
                return String.valueOf(t.getMessage());
            }
        }
        return thrown + "; JAVA_OPTS=-Ddemo.trace=true ./demo says where";
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("jdbc", new JdbcPart());
        parts.put("camel", new CamelPart());
        parts.put("kafka", new KafkaPart());
        return parts;
    }
}
