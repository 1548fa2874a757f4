/**
 * Regions that others drew on images, as values of the viewer: masks of segmentations, contours of structure sets.
 *
 * <p>May use: study, measure, image, base.
 *
 * <pre>{@code
 * for (FoundRegion region : sent.on(key, loaded, stepMm).regions()) {
 *     region.lines().forEach(line -> draw(region.name(), line));
 * }
 * }</pre>
 */
@NullMarked
package org.candela.viewer.region;

import org.jspecify.annotations.NullMarked;
