package org.candela.displayqa.ledger;

/**
 * A signing key as the store keeps it: of no use without what opens it.
 *
 * @param publicKey 64 hexadecimal digits
 * @param wrapped the private key, encrypted; the array is the caller's
 */
public record SealedKey(String publicKey, byte[] wrapped) {
    public SealedKey {
        wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
        return wrapped.clone();
    }
}
