/**
 * Reports as DICOM objects: Basic Text SR and encapsulated PDF, by STOW-RS or C-STORE; objects made of a reader's marks go
 * the same way.
 *
 * <p>May use: delivery, delivery.document, dicom, dicom.object and its structured and document, net.web, net.dimse, report,
 * facility, base.
 *
 * <pre>{@code
 * Parcel object = new ReportObjects(images, documents, zone).pack(consignment);
 * }</pre>
 */
@NullMarked
package org.candela.delivery.dicom;

import org.jspecify.annotations.NullMarked;
