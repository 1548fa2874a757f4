/**
 * Reading a study without a toolkit: viewports, what happens in them by hand and by key, and what is measured.
 *
 * <p>{@link org.candela.viewer.ReadingSession} has the case that is open; a {@link org.candela.viewer.Viewport} has one
 * stack, what is seen of it and its marks. Frames, stacks and layouts are values of the rooms below. Mutable types belong
 * to one thread, that of the {@code ui} executor they are given.
 *
 * <p>May use: viewer.layout, viewer.stack, viewer.picture, viewer.mark, measure, study, dicom.image, image, store, audit.
 */
@NullMarked
package org.candela.viewer;

import org.jspecify.annotations.NullMarked;
