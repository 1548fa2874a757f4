/**
 * Reports of stored runs, signed, and how they are checked.
 *
 * <p>May use: displayqa.ledger, displayqa.measure, calibration, facility, dicom, base.
 *
 * <pre>{@code
 * ReportExport.Wish wish = new ReportExport.Wish(ReportOrder.of(facility), List.of(ReportFormat.PDF), folder, reader);
 * Verification found = QaReport.verify(export.export(run, wish).files().get(ReportFormat.PDF));
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.report;

import org.jspecify.annotations.NullMarked;
