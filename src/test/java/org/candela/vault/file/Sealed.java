package org.candela.vault.file;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.candela.vault.FastVault;
import org.candela.vault.VaultException;

/** Sealed file systems of tests, each under a key store of its own. */
public final class Sealed {
    private Sealed() {}

    /** A new key. */
    public static SealingKey key(Path folder) throws VaultException {
        return SealingKey.of(
                FastVault.at(folder.resolve("vault.key")).create("five grey words in a row".toCharArray()));
    }

    /** All of the disk, under a new key below {@code folder}. */
    public static SealedFileSystem under(Path folder) throws VaultException {
        SealingKey key = key(folder);
        return new SealedFileSystem(folder.toAbsolutePath(), () -> key, UnaryOperator.identity());
    }
}
