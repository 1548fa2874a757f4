/**
 * The pre-shift question: may primary reading start at this desk now, and if not, why not.
 *
 * <p>May use: base. Features implement {@link org.candela.readiness.ReadinessCheck}; the app collects them.
 *
 * <pre>{@code
 * ReadinessBoard board = new ReadinessBoard(List.of(new DiskSpaceCheck(home, limits), displayQaCheck), clock);
 * Readiness readiness = board.evaluate();
 * if (!readiness.isPrimaryReadingAllowed()) { show(readiness.blockingReasons()); }
 * }</pre>
 */
@NullMarked
package org.candela.readiness;

import org.jspecify.annotations.NullMarked;
