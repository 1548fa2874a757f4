package org.candela.vault;

/** From a passphrase to the key that wraps another. */
final class Passphrase {
    /** Fewer can be tried out too fast. */
    static final int FEWEST_LETTERS = 10;

    private Passphrase() {}

    static VaultKey wrapping(char[] passphrase, byte[] salt, int rounds) {
        return new VaultKey(Stretching.of(passphrase, salt, rounds));
    }

    static void requireLong(char[] passphrase) throws VaultException {
        if (passphrase.length < FEWEST_LETTERS) {
            throw new VaultException(
                    "vault.short", "a passphrase has at least " + FEWEST_LETTERS + " letters; several words are best");
        }
    }
}
