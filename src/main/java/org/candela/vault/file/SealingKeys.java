package org.candela.vault.file;

import org.candela.base.CandelaException;

/** Where the key is had when it is needed. */
@FunctionalInterface
public interface SealingKeys {
    /**
     * The key. May block; asked for once, and again after each failure.
     *
     * @throws CandelaException as {@code vault.locked} while nobody gave the passphrase
     */
    SealingKey key() throws CandelaException;
}
