package io.github.paradigmreporting.simulator;

/** The program's help, made from {@link Options#ALL}. */
final class Help {
    private static final int INDENT = 2;
    private static final int COLUMN = 38;

    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                Answers like a Paradigm instance's reporting API, with made-up usage.

                Usage: java -jar paradigm-reporting-simulator-VERSION.jar [OPTION]...

                Options, with their defaults:
                """);
        for (Option option : Options.ALL) {
            String usage = " ".repeat(INDENT) + option.usage();
            text.append(usage);
            text.append(usage.length() < COLUMN - 1 ? " ".repeat(COLUMN - usage.length()) : "\n" + " ".repeat(COLUMN));
            text.append(option.help()).append('\n');
        }
        return text.append("""

                Fault rules are REPORT=FAULT for every call, REPORT*N=FAULT for the next N calls,
                REPORT/K=FAULT for every K-th call, REPORT~P=FAULT for a call with probability P.
                REPORT is sessions, threads, feedback, documents, tools, members or * for all.
                FAULT is one of:
                  429, 429 Retry-After 2, 429 Retry-After date 2    throttled, with or without the wait
                  STATUS, STATUS Retry-After 2                      any status from 400 on; 502 to 504 as a gateway's page
                  STATUS html, 503 maintenance                      a web page (200 too); a planned maintenance
                  STATUS to same, STATUS to http://other:81         a redirect to the same path, here or elsewhere
                  delay 250ms, hang, reset                          a wait; no answer; a TCP reset
                  cut N, reset N, short N, slow N                   closed, reset or ended after N bytes; N bytes per second
                  empty, duplicate day, duplicate company           nothing in it; something twice in it
                  odd NAME                                          one thing spoilt, such as reporting-null, half, count-negative

                Example: --fault 'tools*3=429 Retry-After 2' --fault '*~0.1=reset'
                """).toString();
    }
}
