package io.github.paradigmreporting.examples.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What a person sees of the demo: headings, notes, code and tables, in colours only where the script found a terminal that
 * wants them. Not safe for threads.
 */
final class Screen {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String GREEN = "32";
    private static final String CYAN = "36";
    private static final String BOLD_YELLOW = "1;33";
    private static final int WIDTH = 80;

    private final PrintStream out;
    private final boolean colours;
    private final String rule;

    Screen(PrintStream out, boolean colours, Charset charset) {
        this.out = out;
        this.colours = colours;
        this.rule = charset.newEncoder().canEncode('─') ? "─" : "-";
    }

    /** The first line of all. */
    void headline(String title, String rest) {
        out.println();
        out.println(styled(BOLD, title) + "  " + rest);
    }

    /** Where a part begins. */
    void part(String title) {
        int left = WIDTH - title.length() - 4;
        out.println();
        out.println(styled(DIM, rule.repeat(2)) + " " + styled(BOLD, title) + " " + styled(DIM, rule.repeat(left)));
        out.println();
    }

    /** A sentence. */
    void note(String text) {
        out.println("  " + text);
    }

    /** A sentence that says what came out. */
    void result(String text) {
        out.println("  " + styled(GREEN, text));
    }

    /** A sentence that somebody should look at now. */
    void alert(String text) {
        out.println("  " + styled(BOLD_YELLOW, text));
    }

    /** A sentence about something that takes a moment. */
    void busy(String text) {
        out.println("  " + styled(DIM, text));
    }

    /** Something to read or to copy: SQL, a route, a command. */
    void code(String text) {
        text.lines().forEach(line -> out.println(line.isBlank() ? "" : "    " + styled(CYAN, line)));
    }

    /** Rows under headings. */
    void table(Table table) {
        List<String> lines = table.lines(rule);
        out.println("    " + styled(BOLD, lines.get(0)));
        out.println("    " + styled(DIM, lines.get(1)));
        lines.stream().skip(2).forEach(line -> out.println("    " + line));
    }

    /** An empty line. */
    void gap() {
        out.println();
    }

    private String styled(String code, String text) {
        return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
