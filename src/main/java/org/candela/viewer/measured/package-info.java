/**
 * What a reader measured, written as a measurement report (PS3.16 TID 1500).
 *
 * <p>May use: viewer.mark, measure, study, image, dicom, dicom.image, dicom.object, dicom.object.structured, base.
 *
 * <pre>{@code
 * new MeasurementExport(library, images, folder, clock).write(study, "Reader^Anna", marks);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.measured;

import org.jspecify.annotations.NullMarked;
