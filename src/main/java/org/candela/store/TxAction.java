package org.candela.store;

/** {@link TxWork} without a result. */
@FunctionalInterface
public interface TxAction {
    void run(Tx tx) throws StoreException;
}
