package org.candela.vault;

import java.nio.file.Path;

/** Key stores whose passphrase is stretched little: for tests about other things. */
public final class FastVault {
    private FastVault() {}

    public static Vault at(Path file) {
        return new Vault(file, 10);
    }
}
