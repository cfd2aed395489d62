package io.github.paradigmreporting.core.model;

import org.jspecify.annotations.Nullable;

/** A row of any report: it always belongs to one company. */
public interface Row {
    /**
     * Identifier of the company, unique in one Paradigm instance.
     *
     * @return the company's id
     */
    long companyId();

    /**
     * Name of the company at the time of the answer; it may change, the id does not.
     *
     * @return the company's name, or null when the API did not give one
     */
    @Nullable
    String companyName();
}
