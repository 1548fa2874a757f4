/**
 * Says of a DICOM file where it departs from the standard: encoding, dictionary, values, pixel description, modules.
 *
 * <p>May use {@code dicom}, {@code base}. Example: {@code Validator.validate(path).findings().forEach(...)}.
 */
@NullMarked
package org.candela.dicom.validate;

import org.jspecify.annotations.NullMarked;
