package org.candela.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candela.store.StoreKey;

/** What a backup is sealed under: its store, and its list of files. Both are made of the key store's key. */
public final class BackupKey {
    private static final String MAC = "HmacSHA256";

    private final StoreKey store;
    private final SecretKeySpec seal;

    /** @param seal 32 bytes for the seal of the list, copied */
    public BackupKey(StoreKey store, byte[] seal) {
        this.store = store;
        this.seal = new SecretKeySpec(seal, MAC);
    }

    StoreKey store() {
        return store;
    }

    /** HMAC-SHA-256 of a text, lower-case hex. */
    String sealOf(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(seal);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
