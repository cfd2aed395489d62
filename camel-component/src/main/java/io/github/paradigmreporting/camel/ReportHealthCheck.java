package io.github.paradigmreporting.camel;

import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * A consumer's health, which is how its last poll ended: DOWN from the end of a failed poll, or one that stopped at a message,
 * to the end of the next good one, whatever is skipped, backed off or running in between. Before the end of the first it is UP
 * once something was read and sent, and UNKNOWN until then. Safe for threads.
 */
final class ReportHealthCheck implements HealthCheck {
    private final ParadigmReportingConsumer<?> consumer;
    private final String id;
    private volatile boolean enabled = true;

    ReportHealthCheck(ParadigmReportingConsumer<?> consumer, String id) {
        this.consumer = consumer;
        this.id = id;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        if (!enabled) {
            return result.unknown()
                    .message("Disabled")
                    .detail(CHECK_ENABLED, false)
                    .build();
        }
        ConsumerStatus status = consumer.status();
        status.details().forEach(result::detail);
        Throwable failure = status.failure();
        if (failure != null) {
            result.down().error(failure).message(ConsumerStatus.text(failure)).detail(FAILURE_ERROR_COUNT, (long)
                    status.failures());
            if (failure instanceof ParadigmReportingException error && error.getHttpResponseCode() > 0) {
                result.detail(HTTP_RESPONSE_CODE, error.getHttpResponseCode());
            }
        } else if (status.lastSuccess() != null) {
            result.up();
        } else if (consumer.isDelivering()) {
            result.up().message("the first poll is under way");
        } else {
            result.unknown().message("not polled yet");
        }
        return result.build();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return id;
    }
}
