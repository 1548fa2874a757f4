package org.candela.lock;

import org.candela.base.CandelaException;

/** What proves that the reader is who unlocks. Blocks: a proof costs computing by design. */
public interface Proof {
    /** What is asked for. */
    Kind kind();

    /** Whether it is right; {@code secret} is left to its caller to wipe. */
    boolean isRight(char[] secret) throws CandelaException;

    /** The ways to prove it. */
    enum Kind {
        /** The PIN the reader signs with. */
        PIN,
        /** The passphrase of the key store. */
        PASSPHRASE,
        /** Nobody was enrolled and there is no key store: the lock hides, and does not protect. */
        NONE
    }

    /** Nothing proves anything. */
    Proof NONE = new Proof() {
        @Override
        public Kind kind() {
            return Kind.NONE;
        }

        @Override
        public boolean isRight(char[] secret) {
            return true;
        }
    };
}
