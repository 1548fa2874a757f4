/**
 * Pictures that leave the workstation: as PNG, as DICOM without the patient, as film; whole or not at all, after the reader
 * has seen what leaves. Needs no toolkit.
 *
 * <p>May use: viewer and the rooms below it, study, measure, image, dicom, dicom.image, dicom.object, codec.video,
 * codec.stream, store, audit, base.
 *
 * <pre>{@code
 * ExportPlan plan = new ExportPlan(ExportForm.PNG, exhibits, ExportPlan.Choices.PLAIN);
 * Exporter.Exported done = new Exporter(files, encoder, clock).write(plan, folder, progress, cancellation);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.export;

import org.jspecify.annotations.NullMarked;
