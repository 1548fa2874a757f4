package org.candela.store;

/** Turns the current row into a value. The row is valid only during the call. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row) throws StoreException;
}
