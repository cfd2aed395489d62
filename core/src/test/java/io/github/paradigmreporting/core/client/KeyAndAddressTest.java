package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to where its owner sent it, and nowhere else. */
class KeyAndAddressTest {
    private static final String KEY = "marker-key-4711";

    @ParameterizedTest
    @CsvSource({
        "https://paradigm.example.com, https://PARADIGM.example.com:443/api/v2, true",
        "https://paradigm.example.com/prefix, https://paradigm.example.com, true",
        "https://paradigm.example.com, https://other.example.com, false",
        "https://paradigm.example.com, https://paradigm.example.com.evil.example, false",
        "https://paradigm.example.com, https://paradigm.example.com:8443, false",
        "https://paradigm.example.com, http://paradigm.example.com, false",
        ", https://paradigm.example.com, false",
    })
    void theEnvironmentsKeyGoesToTheEnvironmentsAddressOnly(
            @Nullable String address, String said, boolean good, @TempDir Path folder) throws IOException {
        Path keyFile = Files.writeString(folder.resolve("key"), KEY);
        for (String key : List.of("PARADIGM_API_KEY", "PARADIGM_API_KEY_FILE")) {
            Map<String, String> environment = new HashMap<>();
            environment.put(key, keyFile.toString());
            if (address != null) {
                environment.put("PARADIGM_BASE_URL", address);
            }
            ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                    .environment(environment)
                    .set(Settings.ALLOW_PLAIN_HTTP, "true")
                    .baseUrl(said);
            if (good) {
                builder.build().close();
            } else {
                assertThatThrownBy(builder::build)
                        .isInstanceOf(InvalidSettingException.class)
                        .hasMessageContainingAll(
                                "apiKey", "PARADIGM_BASE_URL", address == null ? "not set" : "another");
            }
            builder.apiKey(KEY).build().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"proxy.example.com:3128, false", "127.0.0.1:3128, true", "localhost:3128, true"})
    void plainHttpToThisMachineGoesThroughNoProxyElsewhere(String proxy, boolean good) {
        ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl("http://localhost:8080")
                .apiKey(KEY)
                .set(Settings.PROXY, proxy);
        if (!good) {
            assertThatThrownBy(builder::build)
                    .hasMessageContaining("would send the key unencrypted to the proxy")
                    .hasMessageContaining("allowPlainHttp=true");
            builder.set(Settings.ALLOW_PLAIN_HTTP, "true");
        }
        builder.build().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy=me:marker@proxy.example.com:3128",
                "proxy=marker@proxy:1",
                "baseUrl=https://me:marker@example.com",
                "baseUrl=https://marker@example.com:x",
                "baseUrl=https://marker@",
                "baseUrl=https://marker@under_score"
            })
    void aUserInAnAddressIsRefusedAndNotRepeated(String setting) {
        int equals = setting.indexOf('=');
        ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                .environment(Map.of("PARADIGM_BASE_URL", "https://paradigm.example.com", "PARADIGM_API_KEY", KEY));
        assertThatThrownBy(() -> builder.set(setting(setting.substring(0, equals)), setting.substring(equals + 1))
                        .apiKey(KEY)
                        .build())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageNotContaining("marker")
                .hasNoCause();
    }

    private static Setting<?> setting(String name) {
        return name.equals("proxy") ? Settings.PROXY : Settings.BASE_URL;
    }
}
