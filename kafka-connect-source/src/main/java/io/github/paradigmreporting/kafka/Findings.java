package io.github.paradigmreporting.kafka;

import java.io.PrintStream;

/** What the doctor found, written line by line as it is found. Not safe for threads. */
final class Findings {
    private final PrintStream out;
    private int bad;
    private int warnings;

    Findings(PrintStream out) {
        this.out = out;
    }

    void good(String text) {
        out.println("ok    " + text);
    }

    void warn(String text) {
        warnings++;
        out.println("WARN  " + text);
    }

    void bad(String text) {
        bad++;
        out.println("FAIL  " + text);
    }

    /** Says the sum and answers the exit code. */
    int sum() {
        out.println(bad + warnings == 0 ? "all is well" : count(bad, "problem") + ", " + count(warnings, "warning"));
        return bad > 0 ? 1 : 0;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
