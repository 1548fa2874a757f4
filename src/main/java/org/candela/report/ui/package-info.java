/**
 * The report desk: the template's fields, measurements, saving, checks, signature and delivery of one report at a time.
 *
 * <p>May use: report, dictation, ui, base.
 *
 * <pre>{@code
 * ReportViewModel model = new ReportViewModel(services, threads, clock);
 * Node desk = new ReportView(model);
 * model.open(study);
 * model.measurementMade(new LinkedMeasurement(12.4, Unit.MILLIMETRE, image, frameIndex));
 * }</pre>
 */
@NullMarked
package org.candela.report.ui;

import org.jspecify.annotations.NullMarked;
