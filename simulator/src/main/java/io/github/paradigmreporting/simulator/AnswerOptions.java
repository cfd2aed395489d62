package io.github.paradigmreporting.simulator;

/**
 * Which of the shapes that the API's reference leaves open an instance answers with.
 *
 * @param zeroFilled whether days without usage are listed, with zeros
 * @param legacy whether the instance is older than agents and the members report
 * @param emptyReporting whether every report is empty
 * @param listInactive whether a company without any day is listed with empty dates
 * @param wholeLengths whether average lengths are whole numbers
 * @param nullTimestamps whether instants are null even on busy days
 * @param zeroAverages whether the average of an empty day is 0 instead of null
 * @param tools shape of the tools report
 * @param shuffled whether companies and days come in any order
 * @param lie what a faulty instance repeats
 */
record AnswerOptions(
        boolean zeroFilled,
        boolean legacy,
        boolean emptyReporting,
        boolean listInactive,
        boolean wholeLengths,
        boolean nullTimestamps,
        boolean zeroAverages,
        ToolsShape tools,
        boolean shuffled,
        Lie lie) {

    AnswerOptions lying(Lie other) {
        return with(emptyReporting, other);
    }

    AnswerOptions emptied() {
        return with(true, lie);
    }

    private AnswerOptions with(boolean empty, Lie otherLie) {
        return new AnswerOptions(
                zeroFilled,
                legacy,
                empty,
                listInactive,
                wholeLengths,
                nullTimestamps,
                zeroAverages,
                tools,
                shuffled,
                otherLie);
    }
}
