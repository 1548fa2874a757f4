/**
 * Reading a study without a toolkit: what hangs where, how it is seen, what is measured, and the picture at device pixels.
 *
 * <p>How data is presented ({@link org.candela.viewer.DataPresentation}: window, polarity) is kept apart from how it is
 * looked at ({@link org.candela.viewer.ViewState}: zoom, pan, turn); both meet a canvas in
 * {@link org.candela.viewer.ResolvedView}. Mutable types ({@code Viewport}, {@code ReadingSession}) belong to one thread,
 * that of the {@code ui} executor they are given.
 *
 * <p>May use: viewer.mark, measure, study, dicom.image, image, store, audit.
 *
 * <pre>{@code
 * Picture picture = new Picture(loaded, DataPresentation.initial(loaded), ResolvedView.of(loaded, ViewState.FIT, canvas));
 * Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
 * }</pre>
 */
@NullMarked
package org.candela.viewer;

import org.jspecify.annotations.NullMarked;
