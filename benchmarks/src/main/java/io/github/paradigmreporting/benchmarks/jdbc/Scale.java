package io.github.paradigmreporting.benchmarks.jdbc;

/**
 * How much to measure.
 *
 * @param launches cold launches of each kind
 * @param rounds warm launches of each kind
 * @param repetitions of a warm statement in one JVM; a tenth of it for those that read much
 * @param days days of each report
 * @param documentsPerDay rows of a join's larger side per day
 * @param scannedPerDay rows of the scan per day
 * @param patient whether to wait for a free core
 */
record Scale(
        int launches, int rounds, int repetitions, int days, int documentsPerDay, int scannedPerDay, boolean patient) {
    /** What the targets are about. */
    static Scale whole(int launches, int rounds) {
        return new Scale(launches, rounds, 300, SampleRows.YEAR, 55, 2740, true);
    }

    /** Just enough to see that everything runs. */
    static Scale small() {
        return new Scale(1, 1, 10, SampleRows.YEAR, 2, 20, false);
    }

    Rounds cold() {
        return new Rounds(launches, patient);
    }

    Rounds warm() {
        return new Rounds(rounds, patient);
    }
}
