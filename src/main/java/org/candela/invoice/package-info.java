/**
 * What a reader has earned: studies read and hours worked, priced by the pay rule of their day, and the invoices made of
 * them. An issued invoice is kept as it is; nothing is billed twice, and nothing that the facility has not acknowledged.
 *
 * <p>May use: base, facility, practice, report, paper, store, audit.
 *
 * <pre>{@code
 * Statement statement = Pricing.price(scope, papers, rvus, book.unbilled(clinic, work.finalsOf(scope)), hours);
 * Invoice invoice = book.issue(statement, reader);
 * }</pre>
 */
@NullMarked
package org.candela.invoice;

import org.jspecify.annotations.NullMarked;
