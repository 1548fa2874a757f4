package org.candela.store;

import java.util.Arrays;
import java.util.HexFormat;
import org.sqlite.SQLiteConfig;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/**
 * What a sealed database opens by: 32 random bytes, used as they are. The cipher is that of SQLCipher 4: AES-256 in CBC mode with
 * an HMAC-SHA-512 on each page of 4,096 bytes, so that indices, journal and free pages are covered and a changed page is refused.
 */
// [impl->req~store.sealed~1]
public final class StoreKey {
    private static final int BYTES = 32;
    /** The form of SQLCipher's fourth version. */
    private static final String FORM = "cipher=sqlcipher&legacy=4&key=";

    private final byte[] key;

    /** @param key copied */
    public StoreKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a key of the store has " + BYTES + " bytes");
        }
        this.key = key.clone();
    }

    SQLiteConfig config() {
        return SQLiteMCSqlCipherConfig.getV4Defaults()
                .withRawUnsaltedKey(key.clone())
                .build();
    }

    /** For the address of a file that is written under it; never to be shown. */
    String parameters() {
        return FORM + "x'" + HexFormat.of().formatHex(key) + "'";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreKey that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "StoreKey";
    }
}
