package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads the certificates a user trusts, and the user's own. Verification itself can be changed, never switched off.
 */
final class Certificates {
    private Certificates() {}

    /** What connections are secured with; null stands for the JVM's own certificates to trust, and for none to show. */
    static SSLContext context(ClientConfig.@Nullable StoreFile trusted, ClientConfig.@Nullable StoreFile own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : keys(own), trusted == null ? null : trust(trusted), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /** For plain http, which the JDK's client wants one for, too: trusts nobody, and so reads none of the JVM's certificates. */
    static SSLContext none() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /**
     * The parameters of a context with forward secrecy: only cipher suites whose session keys do not follow from the server's
     * private key. Java 24 and newer leave out the others themselves.
     */
    static SSLParameters forwardSecret(SSLContext context) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setCipherSuites(Arrays.stream(parameters.getCipherSuites())
                .filter(suite -> suite.matches("TLS_(AES|CHACHA20|ECDHE|DHE)_.*"))
                .toArray(String[]::new));
        return parameters;
    }

    private static TrustManager[] trust(ClientConfig.StoreFile file) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(read(file));
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable("trustStore", file, e);
        }
    }

    private static KeyManager[] keys(ClientConfig.StoreFile file) {
        try {
            KeyStore store = read(file);
            if (!holdsKey(store)) {
                throw new InvalidSettingException(
                        "keyStore", file + " holds no private key; it takes the certificate together with its key");
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            String password = file.password();
            keys.init(store, password == null ? null : password.toCharArray());
            return keys.getKeyManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable("keyStore", file, e);
        }
    }

    private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static KeyStore read(ClientConfig.StoreFile file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file.file())) {
            KeyStore store = KeyStore.getInstance(file.type());
            String password = file.password();
            store.load(in, password == null ? null : password.toCharArray());
            return store;
        }
    }

    private static InvalidSettingException unreadable(String setting, ClientConfig.StoreFile file, Exception cause) {
        return new InvalidSettingException(
                setting,
                "cannot read " + file + " as " + file.type() + "; check the file, " + setting + "Type and " + setting
                        + "Password",
                cause);
    }
}
