package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a measuring JVM tells the one that started it: lines of its output, a name and a number each. */
final class Figures {
    private static final String MARK = "figure ";
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final int TICK_MILLIS = 10;

    private Figures() {}

    static void print(String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%s%s %.6f", MARK, name, value));
    }

    static Map<String, Double> parse(String output) {
        Map<String, Double> figures = new LinkedHashMap<>();
        output.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
            String[] words = line.substring(MARK.length()).split(" ", -1);
            figures.put(words[0], Double.valueOf(words[1]));
        });
        return figures;
    }

    /** Processor time of this JVM in ms, to 10 ms; 0 where there is no {@code /proc}. */
    static double cpuMillis() throws IOException {
        if (!Files.isReadable(STAT)) {
            return 0;
        }
        String stat = Files.readString(STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
    }
}
