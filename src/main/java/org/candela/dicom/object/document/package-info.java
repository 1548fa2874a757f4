/**
 * Documents that a data set carries whole: PDF, with its pages as pictures.
 *
 * <p>May use: dicom, dicom.object, image, base.
 *
 * <pre>{@code
 * EncapsulatedPdf pdf = EncapsulatedPdf.read(file.dataSet());
 * try (PdfPages pages = PdfPages.open(pdf)) {
 *     show(pages.page(0, 1200));
 * }
 * }</pre>
 */
@NullMarked
package org.candela.dicom.object.document;

import org.jspecify.annotations.NullMarked;
