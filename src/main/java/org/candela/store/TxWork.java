package org.candela.store;

/** Work done in one transaction; a throw rolls everything back. */
@FunctionalInterface
public interface TxWork<T> {
    T run(Tx tx) throws StoreException;
}
