/**
 * Images on monitors: pixels 1:1 from the renderer, with everything a reader must see beside them.
 *
 * <p>May use: viewer, viewer.mark, measure, study, image, ui. Views build nodes and bind; what is written comes from {@code ViewportCaption}.
 *
 * <pre>{@code
 * var view = ViewerView.of(List.of(0), screenId, session, services);
 * Theme.dress(scene);
 * ViewerKeys.install(scene, new ViewerActions(session));
 * }</pre>
 */
@NullMarked
package org.candela.viewer.ui;

import org.jspecify.annotations.NullMarked;
