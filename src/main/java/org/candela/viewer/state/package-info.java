/**
 * An image as a presentation state presents it (PS3.4 N.2), as values of the viewer.
 *
 * <p>May use: study, dicom.image, image, base.
 *
 * <pre>{@code
 * if (state.on(key, loaded) instanceof StatePresentation.Applied whole) {
 *     show(whole.loaded(), whole.view());
 * }
 * }</pre>
 */
@NullMarked
package org.candela.viewer.state;

import org.jspecify.annotations.NullMarked;
