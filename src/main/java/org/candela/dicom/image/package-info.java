/**
 * From data sets to images: frames, geometry, windows, spacing with its source.
 *
 * <p>May use: dicom, codec, image, base.
 *
 * <pre>{@code
 * FrameReader reader = FrameReader.open(path);
 * Frame frame = reader.read(0);
 * ImageDescription description = reader.describe(0);
 * }</pre>
 */
@NullMarked
package org.candela.dicom.image;

import org.jspecify.annotations.NullMarked;
