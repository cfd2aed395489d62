package io.github.paradigmreporting.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What the program does with its arguments: help, an error, or a simulator that runs until the process is stopped. */
final class Program {
    private static final int WRONG_OPTION = 2;
    private static final int CANNOT_LISTEN = 1;

    private final PrintStream out;
    private final PrintStream err;

    Program(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs until stopped; returns an exit status when there is nothing to run, and -1 when it was interrupted. */
    int run(String[] arguments) {
        try {
            Arguments parsed = Arguments.parse(arguments);
            if (parsed.help()) {
                out.print(Help.text());
                return 0;
            }
            try (ParadigmSimulator simulator = parsed.builder(out).start()) {
                greet(simulator);
                new CountDownLatch(1).await();
                return -1;
            }
        } catch (Arguments.WrongOption e) {
            err.println(e.getMessage());
            err.println("--help lists every option.");
            return WRONG_OPTION;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            return CANNOT_LISTEN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void greet(ParadigmSimulator simulator) {
        String week = simulator.dataset().today().minusDays(6).toString();
        out.println("Paradigm simulator at " + simulator.baseUrl());
        out.println("Companies: " + companies(simulator));
        out.println("Key: " + simulator.key());
        out.println("Try: curl -H 'Authorization: Bearer " + simulator.key() + "' '" + simulator.baseUrl()
                + Endpoint.CHAT_SESSIONS.path() + "?start_date=" + week + "'");
        out.println("Ctrl-C stops it.");
        out.flush();
    }

    private static String companies(ParadigmSimulator simulator) {
        StringBuilder text = new StringBuilder();
        @Nullable String separator = "";
        for (Company company : simulator.dataset().companies()) {
            text.append(separator).append(company.id()).append(' ').append(company.name());
            separator = ", ";
            if (text.length() > 100) {
                return text.append(", … (")
                        .append(simulator.dataset().companies().size())
                        .append(" in all)")
                        .toString();
            }
        }
        return text.toString();
    }
}
