/**
 * Reports of stored runs, signed, and how they are checked.
 *
 * <p>May use: displayqa.ledger, displayqa.measure, calibration, facility, base.
 *
 * <pre>{@code
 * Files.write(target, QaReport.of(run, SigningKey.loadOrCreate(keyFile)).pdf());
 * QaReport.Verification found = QaReport.verify(target);
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.report;

import org.jspecify.annotations.NullMarked;
