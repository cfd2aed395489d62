package io.github.paradigmreporting.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users gave, and what holds where they gave nothing. */
class SettingValuesTest {
    @Test
    void readsEachSettingUnderItsSpelledName() {
        SettingValues values = read(Spelling.DOTTED, Map.of("paradigm.window.days", "7", "windowDays", "8"));
        assertThat(values.get(Settings.WINDOW_DAYS)).isEqualTo(7);
        assertThat(values.given(Settings.WINDOW_DAYS)).isTrue();
    }

    @Test
    void fallsBackToTheDefault() {
        SettingValues values = read(Spelling.CAMEL_CASE, Map.of());
        assertThat(values.require(Settings.WINDOW_DAYS)).isEqualTo(31);
        assertThat(values.given(Settings.WINDOW_DAYS)).isFalse();
        assertThat(values.get(Settings.COMPANIES)).isNull();
    }

    @Test
    void takesABlankTextForNone() {
        SettingValues values = read(Spelling.ENVIRONMENT, Map.of("PARADIGM_WINDOW_DAYS", "  "));
        assertThat(values.given(Settings.WINDOW_DAYS)).isFalse();
    }

    @Test
    void saysWhatIsMissingAndWhatItIs() {
        assertThatThrownBy(() -> read(Spelling.CAMEL_CASE, Map.of()).require(Settings.BASE_URL))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("baseUrl")
                .hasMessageContaining("required")
                .hasMessageContaining("https://paradigm.example.com");
    }

    @Test
    void saysWhatIsMalformed() {
        assertThatThrownBy(() -> read(Spelling.DOTTED, Map.of("paradigm.window.days", "many")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("paradigm.window.days")
                .hasMessageContaining("'many'");
    }

    @Test
    void readsOnlyTheSettingsAskedFor() {
        SettingValues values =
                SettingValues.read(List.of(Settings.GZIP), Spelling.CAMEL_CASE, Map.of("windowDays", "many")::get);
        assertThat(values.require(Settings.WINDOW_DAYS)).isEqualTo(31);
    }

    @Test
    void prefersWhatWasGivenHere() {
        SettingValues said = read(Spelling.CAMEL_CASE, Map.of("windowDays", "7"));
        SettingValues environment =
                read(Spelling.ENVIRONMENT, Map.of("PARADIGM_WINDOW_DAYS", "9", "PARADIGM_ATTEMPTS", "2"));
        SettingValues both = said.orElse(environment);
        assertThat(both.get(Settings.WINDOW_DAYS)).isEqualTo(7);
        assertThat(both.get(Settings.ATTEMPTS)).isEqualTo(2);
        assertThat(said.given(Settings.ATTEMPTS)).as("unchanged").isFalse();
    }

    @Test
    void printsNamesButNoValue() {
        assertThat(read(Spelling.CAMEL_CASE, Map.of("apiKey", "marker-4711", "windowDays", "7"))
                        .toString())
                .contains("apiKey", "windowDays")
                .doesNotContain("4711", "7");
    }

    private static SettingValues read(Spelling spelling, Map<String, String> texts) {
        return SettingValues.read(Settings.ALL, spelling, texts::get);
    }
}
