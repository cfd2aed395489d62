package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Reads the certificates a user trusts. Verification itself can be changed, never switched off. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    static SSLContext context(ClientConfig.TrustStore store) {
        try (InputStream in = Files.newInputStream(store.file())) {
            KeyStore keys = KeyStore.getInstance(store.type());
            String password = store.password();
            keys.load(in, password == null ? null : password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new InvalidSettingException(
                    "trustStore",
                    "cannot read " + store.file() + " as " + store.type()
                            + "; check the file, trustStoreType and trustStorePassword",
                    e);
        }
    }
}
