/**
 * Display QA as a whole: what one does with a display, how it stands, and whether one may read from it.
 *
 * <p>May use: displayqa.measure, displayqa.ledger, displayqa.report, calibration.pattern, calibration, calibration.device, image, facility, store, audit, readiness, base.
 *
 * <pre>{@code
 * StoredRun run = new DisplayQa(ledger, clock).calibrate(session, cancellation, progress);
 * QaStanding standing = QaStanding.of(ledger, run.display(), standard, clock.instant());
 * }</pre>
 */
@NullMarked
package org.candela.displayqa;

import org.jspecify.annotations.NullMarked;
