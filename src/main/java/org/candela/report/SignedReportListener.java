package org.candela.report;

import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Takes part in the transaction that signs: what it writes is kept together with the signed version or not at all.
 *
 * <p>The outbox and the worklist are listeners.
 */
@FunctionalInterface
public interface SignedReportListener {
    /**
     * Called once a signed version, on the signer's thread.
     *
     * @throws StoreException to refuse: nothing is signed then
     */
    void inTx(Tx tx, SignedReport report) throws StoreException;
}
