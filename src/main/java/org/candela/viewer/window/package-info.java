/**
 * Windows by name and by number: presets of a modality that a reader edits and keeps, typed centres and widths or edges, a
 * window over the values of a region.
 *
 * <p>May use: image, measure, store, viewer.practice, viewer.yaml. Needs no viewport: {@link org.candela.viewer.window.WindowedImage} stands
 * for what hangs.
 *
 * <pre>{@code
 * WindowPresets presets = WindowPresets.bundled();
 * presets.numbered("CT", "CHEST", 3).ifPresent(lung -> image.choose(lung.window()));
 * }</pre>
 */
@NullMarked
package org.candela.viewer.window;

import org.jspecify.annotations.NullMarked;
