package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything this library throws on purpose. Unchecked; {@link #kind()} says what happened. Message and causes hold
 * no secret, also where a server repeats one ({@link Redaction}).
 */
public abstract sealed class ReportingException extends RuntimeException
        permits InvalidSettingException,
                InvalidQueryException,
                AnsweredException,
                ConnectionFailedException,
                DeadlineExceededException,
                UnexpectedResponseException,
                CancelledException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;

    ReportingException(ErrorKind kind, String message, @Nullable Throwable cause) {
        super(Redaction.clean(message), Redaction.clean(cause));
        this.kind = kind;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public final ErrorKind kind() {
        return kind;
    }
}
