/**
 * Which earlier studies are of the same person: surely, probably, or known and not to be had.
 *
 * <p>May use: study, facility, store, audit.
 *
 * <pre>{@code
 * PriorMatch match = PriorRules.shipped().compare(new PriorRules.Listed(study), new PriorRules.Listed(earlier));
 * boolean mayHang = match.sureness() == PriorMatch.Sureness.EXACT;
 * }</pre>
 */
@NullMarked
package org.candela.study.prior;

import org.jspecify.annotations.NullMarked;
