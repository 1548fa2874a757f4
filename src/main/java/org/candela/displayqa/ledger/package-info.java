/**
 * What was found, judged by each standard and kept for ever: records, verdicts, the chain, tables in force.
 *
 * <p>May use: displayqa.measure, calibration.pattern, calibration, calibration.device, image, store, audit, base.
 *
 * <pre>{@code
 * StoredRun run = ledger.keep(QaRecord.judged(session, outcome, clock));
 * StoredRun later = ledger.judge(run, CalibrationProfile.shipped("nyc-pdm"), clock.instant(), "reader");
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.ledger;

import org.jspecify.annotations.NullMarked;
