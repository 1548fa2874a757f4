/**
 * What there is of a case, on the work screen: its series as small pictures beside the list of its marks.
 *
 * <p>Choosing never disturbs what hangs elsewhere: a series comes to the place that keys act on, and undo takes it back.
 * FX thread.
 *
 * <p>May use: viewer, viewer.stack, viewer.layout, viewer.picture, image, ui.
 */
@NullMarked
package org.candela.viewer.shelf.ui;

import org.jspecify.annotations.NullMarked;
