/**
 * The image that is coming, over the first place of the desk, marked as what it is.
 *
 * <p>May use: viewer.arriving, viewer.ui, viewer.layout, viewer.picture, study, image, ui, base.
 *
 * <pre>{@code
 * PlaceCover cover = ArrivingCover.over(arrivals, services);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.arriving.ui;

import org.jspecify.annotations.NullMarked;
