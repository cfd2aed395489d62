package io.github.paradigmreporting.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The certificate and private key that a server shows its clients: a PKCS12 file, and its password from another file or
 * the environment. The password is in no message.
 */
final class ServerTls {
    /** The environment variable that holds the password where no file does. */
    static final String PASSWORD = "PARADIGM_SERVER_KEY_STORE_PASSWORD";

    private ServerTls() {}

    static SSLContext context(Path store, @Nullable Path passwordFile, Map<String, String> environment)
            throws ServerOptions.Misused {
        char[] password = password(passwordFile, environment).toCharArray();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            if (!hasPrivateKey(keys)) {
                throw new ServerOptions.Misused("the file of --key-store has no private key, only certificates: "
                        + store + "; it needs both, as keytool -genkeypair or openssl pkcs12 -export write them");
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ServerOptions.Misused("the file of --key-store cannot be read as PKCS12: " + store
                    + "; check the file, and the password in --key-store-password-file or " + PASSWORD);
        }
    }

    private static boolean hasPrivateKey(KeyStore keys) throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static String password(@Nullable Path file, Map<String, String> environment) throws ServerOptions.Misused {
        try {
            String password = file == null
                    ? environment.get(PASSWORD)
                    : Files.readString(file).strip();
            if (password == null || password.isEmpty()) {
                throw new ServerOptions.Misused("--key-store needs a password: a file by --key-store-password-file, or "
                        + PASSWORD + " in the environment");
            }
            return password;
        } catch (IOException e) {
            throw new ServerOptions.Misused("the file of --key-store-password-file cannot be read: " + file);
        }
    }
}
