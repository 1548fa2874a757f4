/**
 * DICOM objects that come beside images, and those made of what a reader marked: key object selections and presentation
 * states, as the values the viewer shows.
 *
 * <p>May use: viewer, study, image, dicom, dicom.object, dicom.object.presentation, dicom.object.structured, base.
 *
 * <pre>{@code
 * new BesideReading(library, io, ui).follow(session);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.object;

import org.jspecify.annotations.NullMarked;
