/**
 * Softcopy presentation states: how images are to be presented, and the marks on them, as values, read and written.
 *
 * <p>May use: dicom, dicom.image, dicom.object, image, base.
 *
 * <pre>{@code
 * PresentationState state = PresentationStateReader.read(file.dataSet());
 * if (state.appliesTo(sopInstanceUid, 1)) {
 *     Optional<VoiTransform> voi = state.greys().voiOf(sopInstanceUid, 1);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.dicom.object.presentation;

import org.jspecify.annotations.NullMarked;
