/**
 * The conditions a report was signed under: displays, light, noise, warmth, link and program, kept with it for good.
 *
 * <p>May use: readiness, report, facility, store, base. Others say what the conditions are.
 *
 * <pre>{@code
 * Signing signing = new Signing(ledger, pins, checks, gate, List.of(worklist, outbox, new ConditionsStamp(surroundings)));
 * Optional<StampedConditions> stamp = conditions.of(report, version);
 * }</pre>
 */
@NullMarked
package org.candela.readiness.stamp;

import org.jspecify.annotations.NullMarked;
