package org.candela.vault;

import java.util.Optional;

/** Where a passphrase may be had without asking a person at the desk, as the environment or the system's keyring. */
@FunctionalInterface
public interface PassphraseSource {
    /** A new array that its taker may overwrite; empty where there is none. May block. */
    Optional<char[]> find();

    /** The same for a key store that is made now; a person types it twice. */
    default Optional<char[]> choose() {
        return find();
    }
}
