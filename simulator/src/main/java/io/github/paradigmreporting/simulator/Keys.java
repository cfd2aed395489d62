package io.github.paradigmreporting.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys that an instance knows, and what each may see. Safe for threads. */
final class Keys {
    private final Map<String, Role> roles = new ConcurrentHashMap<>();

    void add(String key, Role role) {
        roles.put(key, role);
    }

    void revoke(String key) {
        roles.remove(key);
    }

    @Nullable
    Role role(String key) {
        return roles.get(key);
    }

    /**
     * What a key may see.
     *
     * @param level platform admin, company admin or neither
     * @param company the company of a company admin, else null
     */
    record Role(Level level, @Nullable Long company) {
        static final Role ADMIN = new Role(Level.ADMIN, null);
        static final Role USER = new Role(Level.USER, null);
    }

    enum Level {
        ADMIN,
        COMPANY_ADMIN,
        USER
    }
}
