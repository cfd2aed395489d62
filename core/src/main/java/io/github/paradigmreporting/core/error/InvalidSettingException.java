package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/** A setting is missing, malformed or contradicts another; nothing was sent. */
public final class InvalidSettingException extends ReportingException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /**
     * Names the setting.
     *
     * @param setting base name of the setting, for example {@code baseUrl}
     * @param problem what is wrong with it and the remedy, without the value of a secret
     * @param cause what was caught, if anything
     */
    public InvalidSettingException(String setting, String problem, @Nullable Throwable cause) {
        super(ErrorKind.INVALID_SETTING, setting + ": " + problem, cause);
        this.setting = setting;
    }

    /**
     * Names the setting.
     *
     * @param setting base name of the setting, for example {@code baseUrl}
     * @param problem what is wrong with it and the remedy, without the value of a secret
     */
    public InvalidSettingException(String setting, String problem) {
        this(setting, problem, null);
    }

    /**
     * The setting to mend, so that an adapter can put the error on the right field.
     *
     * @return its base name
     */
    public String setting() {
        return setting;
    }
}
