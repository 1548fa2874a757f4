/**
 * A study as stacks of frames in the order of their places, and which stacks lie in one space.
 *
 * <p>{@link org.candela.viewer.stack.StudyLayout} makes {@link org.candela.viewer.stack.ImageStack}s of series: by place
 * where places are known, by acquisition and number where they are not, with gaps, repeats and tilt kept as facts. Values,
 * but for {@code Thumbnails}, which belong to the thread of their {@code ui} executor.
 *
 * <p>May use: viewer.picture, study, dicom.image, image.
 */
@NullMarked
package org.candela.viewer.stack;

import org.jspecify.annotations.NullMarked;
