package io.github.paradigmreporting.simulator;

/** What a company admin gets who asks for a company of which it is not the admin. */
public enum ForeignCompany {
    /** The parameter is ignored: the own company is answered. The default. */
    IGNORED,
    /** Status 403. */
    FORBIDDEN,
    /** Status 404; so gets a platform admin who asks for a company that does not exist. */
    NOT_FOUND
}
