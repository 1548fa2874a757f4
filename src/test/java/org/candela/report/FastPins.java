package org.candela.report;

import org.candela.store.StoreException;

/** A reader whose PIN is stretched by few rounds, for tests that sign often and are not about the PIN. */
public final class FastPins {
    private static final int ROUNDS = 10;

    private FastPins() {}

    /** Lets {@code signer} sign with {@code pin}. */
    public static void enrol(Ledger ledger, Signer signer, char[] pin) throws StoreException {
        new Pins(ledger, ROUNDS).enrol(signer, pin);
    }
}
