/**
 * Pixels as numbers: stored samples, the grayscale chain to display values, planes in the patient, measurements.
 *
 * <p>May use: base. Pure maths: no files, no toolkit, no logging.
 *
 * <pre>{@code
 * var pipeline = new GrayscalePipeline(layout, rescale, window, Polarity.NORMAL, padding);
 * var table = GrayscaleTable.of(pipeline, DisplayLut.IDENTITY);
 * new Resampler(canvasToImage).draw(frame, table, raster, RowBand.all(raster));
 * }</pre>
 */
@NullMarked
package org.candela.image;

import org.jspecify.annotations.NullMarked;
