/**
 * What becomes of a report on its way, made as it would be sent and looked at instead.
 *
 * <p>May use: delivery and its dicom, document, fhir and hl7, dicom, dicom.object and its document and structured, image,
 * report, facility, base.
 *
 * <pre>{@code
 * Preview preview = new ReportPreview(objects, zone).of(Form.FHIR, mapping, consignment);
 * }</pre>
 */
@NullMarked
package org.candela.delivery.preview;

import org.jspecify.annotations.NullMarked;
