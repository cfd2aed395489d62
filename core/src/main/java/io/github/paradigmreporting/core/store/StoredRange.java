package io.github.paradigmreporting.core.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring days that a store keeps and that were asked for together, for people who want to see inside.
 *
 * @param report name of the report
 * @param company id of the only company these days hold, or null for all that the key may see
 * @param from first day
 * @param to last day, included
 * @param rows how many rows are kept, 0 for days known to be empty
 * @param bytes memory the rows take, as estimated
 * @param fetchedAt when the instance was asked
 * @param settled whether the days had settled by then; if not they are served for a short time only
 */
public record StoredRange(
        String report,
        @Nullable Long company,
        LocalDate from,
        LocalDate to,
        long rows,
        long bytes,
        Instant fetchedAt,
        boolean settled) {

    boolean continues(StoredRange before) {
        return settled == before.settled
                && from.equals(before.to.plusDays(1))
                && fetchedAt.equals(before.fetchedAt)
                && report.equals(before.report)
                && java.util.Objects.equals(company, before.company);
    }

    StoredRange with(StoredRange next) {
        return new StoredRange(
                report, company, from, next.to, rows + next.rows, bytes + next.bytes, fetchedAt, settled);
    }
}
