package org.candela.viewer.document;

import org.candela.image.RasterArgb;

/**
 * A page as a picture, to be shown pixel on pixel.
 *
 * @param view what was wanted
 * @param widthMm of the page on paper, mm
 */
public record DrawnPage(PageView view, RasterArgb raster, double widthMm) {}
