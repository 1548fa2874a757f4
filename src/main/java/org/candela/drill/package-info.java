/**
 * What disconnect drills came to: graded steps, kept with their date, and asked for by the pre-shift card.
 *
 * <p>May use: readiness, store, audit. It runs no drill; app does.
 *
 * <pre>{@code
 * log.keep(new DrillRecord(clock.instant(), steps), reader);
 * Optional<DrillRecord> last = log.last();
 * }</pre>
 */
@NullMarked
package org.candela.drill;

import org.jspecify.annotations.NullMarked;
