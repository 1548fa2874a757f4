/**
 * Objects that are written anew from others: data sets without the patient, and what objects beside images share (codes,
 * references, colours, the header).
 *
 * <p>May use: dicom, dicom.image, base.
 *
 * <pre>{@code
 * Attributes anonymous = new Deidentifier(key, Deidentifier.Dates.REMOVED).deidentify(dataSet);
 * }</pre>
 */
@NullMarked
package org.candela.dicom.object;

import org.jspecify.annotations.NullMarked;
