/**
 * Pixels as numbers: stored samples, the grayscale chain to display values, planes in the patient, measurements.
 *
 * <p>May use: base. Pure maths: no files, no toolkit, no logging.
 *
 * <pre>{@code
 * int[] lut = GrayscalePipeline.fuse(layout, rescale, window, DisplayLut.IDENTITY);
 * }</pre>
 */
@NullMarked
package org.candela.image;

import org.jspecify.annotations.NullMarked;
