/**
 * Documents over a place of the desk: the list, text, pages and curves.
 *
 * <p>May use: viewer.document, viewer, image, dicom.object, dicom.object.structured, dicom.object.waveform, ui, base.
 *
 * <pre>{@code
 * Region cover = DocumentCover.of(documents, place, services);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.document.ui;

import org.jspecify.annotations.NullMarked;
