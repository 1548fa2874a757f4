package org.candela.dictation.keep;

import org.candela.base.CandelaException;
import org.candela.vault.VaultKey;

/** How sound and words are made unreadable to others on the disk. Any thread. */
public interface Sealing {
    /** A workstation without a key store, or whose key store is locked: what is written is plain. */
    Sealing NONE = new Sealing() {
        @Override
        public boolean isSealing() {
            return false;
        }

        @Override
        public byte[] seal(String name, byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(String name, byte[] sealed) throws SpoolException {
            throw new SpoolException(
                    "spool.locked", "it is sealed and the key store is locked: unlock it, then try again");
        }
    };

    /** Whether what is written now is unreadable without a key. */
    boolean isSealing();

    /** Unreadable without the key; bound to {@code name}, so that no piece can stand for another. */
    byte[] seal(String name, byte[] plain);

    /** What was sealed under this name. */
    byte[] open(String name, byte[] sealed) throws CandelaException;

    /** By the key of the reader's key store: AES-256 in GCM, a nonce for each piece. */
    static Sealing by(VaultKey key) {
        return new Sealing() {
            @Override
            public boolean isSealing() {
                return true;
            }

            @Override
            public byte[] seal(String name, byte[] plain) {
                return key.seal(name, plain);
            }

            @Override
            public byte[] open(String name, byte[] sealed) throws CandelaException {
                return key.open(name, sealed);
            }
        };
    }
}
