/**
 * Calibrating displays, proving it, and what the standards say of the result.
 *
 * <p>May use: calibration, calibration.device, image, facility, store, audit, readiness, base.
 *
 * <pre>{@code
 * QaLedger ledger = new QaLedger(database, auditLog);
 * StoredRun run = new DisplayQa(ledger, clock).calibrate(session, cancellation, progress);
 * Files.write(target, QaReport.of(run, SigningKey.loadOrCreate(keyFile)).pdf());
 * QaReport.Verification found = QaReport.verify(target);
 * }</pre>
 */
@NullMarked
package org.candela.displayqa;

import org.jspecify.annotations.NullMarked;
