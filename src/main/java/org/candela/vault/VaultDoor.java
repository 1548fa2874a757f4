package org.candela.vault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key store as this process has it: locked until somebody or something gives the passphrase, then open to its end. Safe
 * from any thread; the first call may block on the disk and on a source.
 */
public final class VaultDoor {
    private final Vault vault;
    private final List<PassphraseSource> sources;
    private @Nullable VaultKey key;
    private boolean isRefused;

    /** @param sources asked in their order when the key is first needed */
    public VaultDoor(Vault vault, List<PassphraseSource> sources) {
        this.vault = vault;
        this.sources = List.copyOf(sources);
    }

    /** A door to the same key store, locked, that asks {@code more} last. */
    public VaultDoor asking(PassphraseSource more) {
        List<PassphraseSource> all = new ArrayList<>(sources);
        all.add(more);
        return new VaultDoor(vault, all);
    }

    /** A door to another key store, as that of a backup, locked, that asks the same. */
    public VaultDoor to(Vault other) {
        return new VaultDoor(other, sources);
    }

    /** Whether there is a key store at all. */
    public boolean exists() {
        return vault.exists();
    }

    /** Whether a person has to give the passphrase: there is a key store, and no source opens it. */
    public synchronized boolean isLocked() {
        return vault.exists() && find().isEmpty();
    }

    /**
     * The key.
     *
     * @throws VaultException {@code vault.locked} while nobody gave the passphrase, {@code vault.wrong-passphrase} while the
     *     one that was given is another, {@code vault.none} where no
     *     key store was made
     */
    public synchronized VaultKey key() throws VaultException {
        Optional<VaultKey> found = vault.exists() ? find() : Optional.empty();
        if (found.isEmpty()) {
            if (isRefused) {
                throw new VaultException(
                        "vault.wrong-passphrase",
                        "the key store does not open by the passphrase that was given; try again");
            }
            throw vault.exists()
                    ? new VaultException(
                            "vault.locked",
                            "the key store is locked; start Candela again and give its passphrase, or set CANDELA_PASSPHRASE")
                    : new VaultException(
                            "vault.none", "there is no key store yet; make one with: candela vault create");
        }
        return found.orElseThrow();
    }

    /** The key; where there is no key store yet, one is made under the passphrase of the first source that has one. */
    public synchronized VaultKey keyOrNew() throws VaultException {
        if (!vault.exists()) {
            for (PassphraseSource source : sources) {
                Optional<char[]> given = source.choose();
                if (given.isPresent()) {
                    create(given.orElseThrow());
                    break;
                }
            }
        }
        return key();
    }

    /** Makes the key store; it is open. */
    public synchronized void create(char[] passphrase) throws VaultException {
        key = vault.create(passphrase);
    }

    /** Opens it by a passphrase that a person gave. */
    public synchronized void unlock(char[] passphrase) throws VaultException {
        key = vault.open(passphrase);
    }

    private Optional<VaultKey> find() {
        for (PassphraseSource source : sources) {
            if (key == null) {
                source.find().ifPresent(this::tryOne);
            }
        }
        return Optional.ofNullable(key);
    }

    /** A source that is wrong is as none: a person is asked then. */
    private void tryOne(char[] passphrase) {
        try {
            key = vault.open(passphrase);
        } catch (VaultException e) {
            key = null;
            isRefused = e.code().equals("vault.wrong-passphrase");
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
