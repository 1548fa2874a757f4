/**
 * One frame on one canvas: how it is presented, how it is looked at, and its pixels at device resolution.
 *
 * <p>How data is presented ({@link org.candela.viewer.picture.DataPresentation}: window, polarity) is kept apart from how
 * it is looked at ({@link org.candela.viewer.picture.ViewState}: zoom, pan, turn); both meet a canvas in
 * {@link org.candela.viewer.picture.ResolvedView}. Values and pure functions: any thread.
 *
 * <p>May use: study, dicom.image, image.
 *
 * <pre>{@code
 * Picture picture = new Picture(loaded, DataPresentation.initial(loaded), ResolvedView.of(loaded, ViewState.FIT, canvas));
 * Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.picture;

import org.jspecify.annotations.NullMarked;
