package io.github.paradigmreporting.simulator;

/** The part of {@link SimulatorBuilder} that decides between the shapes which the API's reference leaves open. */
abstract sealed class AnswerSwitches extends DataSwitches permits ServerSwitches {
    private boolean zeroFilled;
    private boolean legacy;
    private boolean emptyReporting;
    private boolean listInactive;
    private boolean wholeLengths;
    private boolean nullTimestamps;
    private boolean zeroAverages;
    private ToolsShape tools = ToolsShape.LIST;
    private boolean shuffled;
    private Lie lie = Lie.NONE;

    /**
     * Lists days without usage, with zeros, instead of leaving them out.
     *
     * @return this
     */
    public SimulatorBuilder zeroFilled() {
        zeroFilled = true;
        return self();
    }

    /**
     * Is older than agents, the members report and {@code model_responses_with_docs_count}.
     *
     * @return this
     */
    public SimulatorBuilder legacy() {
        legacy = true;
        return self();
    }

    /**
     * Answers every report with nothing in it.
     *
     * @return this
     */
    public SimulatorBuilder emptyReporting() {
        emptyReporting = true;
        return self();
    }

    /**
     * Lists companies without usage, with empty dates, instead of leaving them out.
     *
     * @return this
     */
    public SimulatorBuilder listInactive() {
        listInactive = true;
        return self();
    }

    /**
     * Gives average lengths as whole seconds instead of fractions.
     *
     * @return this
     */
    public SimulatorBuilder wholeLengths() {
        wholeLengths = true;
        return self();
    }

    /**
     * Gives every instant as null, and not only those of empty days.
     *
     * @return this
     */
    public SimulatorBuilder nullTimestamps() {
        nullTimestamps = true;
        return self();
    }

    /**
     * Gives the average length of an empty day as 0 instead of null.
     *
     * @return this
     */
    public SimulatorBuilder zeroAverages() {
        zeroAverages = true;
        return self();
    }

    /**
     * Shape of the tools report; {@link ToolsShape#LIST} by default.
     *
     * @param shape the shape
     * @return this
     */
    public SimulatorBuilder tools(ToolsShape shape) {
        tools = shape;
        return self();
    }

    /**
     * Gives companies and days in a seeded order instead of by id and date.
     *
     * @return this
     */
    public SimulatorBuilder shuffled() {
        shuffled = true;
        return self();
    }

    /**
     * Repeats something in every answer, as a faulty instance might; {@link Lie#NONE} by default.
     *
     * @param what what is there twice
     * @return this
     */
    public SimulatorBuilder lie(Lie what) {
        lie = what;
        return self();
    }

    AnswerOptions answerOptions() {
        return new AnswerOptions(
                zeroFilled,
                legacy,
                emptyReporting,
                listInactive,
                wholeLengths,
                nullTimestamps,
                zeroAverages,
                tools,
                shuffled,
                lie);
    }
}
