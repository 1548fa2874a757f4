/**
 * What to do when link, machine or facility fails: one sheet of numbers and names, kept here and read without a network.
 *
 * <p>May use: readiness, readiness.journal, paper, facility, store, base.
 *
 * <pre>{@code
 * book.set(Contact.IT, "Dana, +1 555 0100", "reader");
 * byte[] pdf = ContingencyPdf.of(book.sheet(facilities), clock.instant());
 * }</pre>
 */
@NullMarked
package org.candela.readiness.contingency;

import org.jspecify.annotations.NullMarked;
