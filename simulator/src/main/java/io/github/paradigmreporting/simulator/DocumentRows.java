package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.DocumentUse;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the documents report: a few documents are used all the time, most hardly ever. Made one by one, so that a day
 * of millions of rows costs no memory.
 */
final class DocumentRows {
    /** A company owns this many times the documents it uses on a day. */
    private static final int SHELF = 4;

    private static final double ZIPF = 0.9;

    private final DataOptions options;

    DocumentRows(DataOptions options) {
        this.options = options;
    }

    Stream<DocumentUse> rows(CompanyDay day) {
        long used = (long) (options.documentsPerDay() * day.level() * day.dice().around(0.1, 60) + 0.5);
        double most = Math.max(2, 0.9 * day.sessions().withDocs());
        return LongStream.range(0, used).mapToObj(i -> row(day, i, most)).filter(row -> row != null);
    }

    private @Nullable DocumentUse row(CompanyDay day, long i, double most) {
        Dice dice = day.dice().about(-1 - i);
        long rank = i * SHELF + dice.below(SHELF, 1);
        double uses = 1 + most / StrictMath.pow(rank + 1.0, ZIPF) * dice.around(0.5, 2);
        long sofar = day.sofar(uses, dice.unit(5));
        if (sofar == 0 || day.vanished(dice)) {
            return null;
        }
        Company company = day.company();
        String name = DocumentNames.filename(company.id(), rank);
        return new DocumentUse(
                company.id(),
                company.name(),
                day.day(),
                documentId(company.id(), rank),
                name,
                DocumentNames.title(company.id(), rank),
                sofar);
    }

    /** Ids of different companies interleave, as in one table that all of them share. */
    private static long documentId(long companyId, long rank) {
        return 5000 + rank * 10_007 + companyId;
    }
}
