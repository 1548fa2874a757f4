/**
 * Objects that are written anew from others: data sets without the patient.
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
