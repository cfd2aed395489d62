package io.github.paradigmreporting.core.report;

/** What the days of a query mean to a report. */
public enum Grain {
    /** Rows are counted by day: any day range is the sum of its parts, so it may be split and stored by day. */
    DAY,
    /** Rows are counted for the whole window asked: another window is another question. */
    WINDOW
}
