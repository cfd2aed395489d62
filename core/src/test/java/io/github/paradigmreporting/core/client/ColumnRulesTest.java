package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ColumnRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final SessionsDay ROW = new SessionsDay(
            2, "Northwind", DAY, 14L, null, 311.5, 58L, 21L, 57L, Instant.parse("2026-03-01T09:30:00Z"));

    @Test
    void leavesARowAsItIsWithoutRules() {
        assertThat(ColumnRules.NONE.apply(Reports.SESSIONS, ROW)).isSameAs(ROW);
    }

    @Test
    void keepsEveryOtherCellOfARow() {
        SessionsDay hashed = rules(Set.of(), Set.of("company_name"), "secret").apply(Reports.SESSIONS, ROW);
        SessionsDay excluded =
                rules(Set.of("company_name", "sessions_count"), Set.of(), null).apply(Reports.SESSIONS, ROW);

        // printf Northwind | openssl dgst -sha256 -hmac secret
        assertThat(hashed)
                .isEqualTo(new SessionsDay(
                        2,
                        "5557e36a96ba71e45cb36add2b856137e92730454c820b06ef3c8b216964ae6a",
                        DAY,
                        14L,
                        null,
                        311.5,
                        58L,
                        21L,
                        57L,
                        ROW.lastModelResponseDate()));
        assertThat(excluded)
                .isEqualTo(
                        new SessionsDay(2, null, DAY, null, null, 311.5, 58L, 21L, 57L, ROW.lastModelResponseDate()));
    }

    @Test
    void asksOnlyForWhatStays() {
        ReportQuery<SessionsDay> query = ReportQuery.of(Reports.SESSIONS, DAY, DAY);

        assertThat(rules(Set.of("company_name"), Set.of(), null).select(query).columns())
                .contains("company_id", "date", "sessions_count")
                .doesNotContain("company_name");
    }

    @Test
    void saysWhatCannotBeDone() {
        assertThatThrownBy(() -> rules(Set.of("compny_name"), Set.of(), null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("excludeColumns")
                .hasMessageContaining("compny_name");
        assertThatThrownBy(() -> rules(Set.of("date"), Set.of(), null)).hasMessageContaining("key");
        assertThatThrownBy(() -> rules(Set.of(), Set.of("sessions_count"), "secret"))
                .hasMessageContaining("hashColumns")
                .hasMessageContaining("exclude it instead");
        assertThatThrownBy(() -> rules(Set.of(), Set.of("company_name"), null)).hasMessageContaining("hashKey");
    }

    private static ColumnRules rules(Set<String> excluded, Set<String> hashed, @Nullable String key) {
        return ColumnRules.of(List.of(Reports.SESSIONS), excluded, hashed, key, "hashKey");
    }
}
