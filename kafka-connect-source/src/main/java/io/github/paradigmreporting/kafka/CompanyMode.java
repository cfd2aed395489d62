package io.github.paradigmreporting.kafka;

/** How companies are asked for: the texts of the setting {@code companyMode}. */
final class CompanyMode {
    /** One request answers for every company that the key may see. */
    static final String ALL = "all";

    /** One request per company that the user named. */
    static final String LIST = "list";

    /** One request per company that the instance has; which these are is looked up again and again. */
    static final String DISCOVER = "discover";

    private CompanyMode() {}
}
