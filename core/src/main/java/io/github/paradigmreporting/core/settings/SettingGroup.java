package io.github.paradigmreporting.core.settings;

/** What a setting is about. Adapters show settings in this order. */
public enum SettingGroup {
    /** Where the instance is and with which key. */
    CONNECTION("Connection"),
    /** Which companies and days. */
    SCOPE("Scope"),
    /** How much load the instance gets and how long we wait. */
    LOAD("Load and patience"),
    /** How to get through the network. */
    NETWORK("Network"),
    /** What is remembered between queries. */
    STORE("Day store");

    private final String title;

    SettingGroup(String title) {
        this.title = title;
    }

    /**
     * The group's heading.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }
}
