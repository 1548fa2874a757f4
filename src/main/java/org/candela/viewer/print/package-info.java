/**
 * Pictures on paper: sheets with greys, words and a scale that a ruler can check, made as PDF, seen before they leave, and
 * sent to a printer or kept as a file. Needs no toolkit.
 *
 * <p>May use: viewer.export, viewer and the rooms below it, study, image, dicom, store, audit, base.
 *
 * <pre>{@code
 * SheetPlan plan = new SheetPlan(exhibits, layout, Patient.NAMED, Set.of(Burn.MARKS));
 * try (PrintedSheets sheets = new SheetBinder(files, clock).bind(plan, progress, cancellation)) {
 *     sheets.keep(Path.of("x.pdf"));
 * }
 * }</pre>
 */
@NullMarked
package org.candela.viewer.print;

import org.jspecify.annotations.NullMarked;
