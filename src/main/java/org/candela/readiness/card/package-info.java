/**
 * The pre-shift card as a paper: one page, and the document it is printed from, signed with the workstation's key.
 *
 * <p>May use: readiness, paper, displayqa.report (key and seal), displayqa.ledger, store, audit, base.
 *
 * <pre>{@code
 * byte[] pdf = new CardPaper(readiness, about).pdf(key);
 * Verification found = CardPaper.verify(pdf);
 * }</pre>
 */
@NullMarked
package org.candela.readiness.card;

import org.jspecify.annotations.NullMarked;
