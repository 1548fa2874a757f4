/**
 * The dialog of printing: what, on what paper and where to; every sheet as it will come out; progress and where it went.
 *
 * <p>May use: viewer.print, viewer.export, viewer.layout, image, ui, base.
 *
 * <pre>{@code
 * new PrintWindow(desk, owner, paths.exports()).open();
 * }</pre>
 */
@NullMarked
package org.candela.viewer.print.ui;

import org.jspecify.annotations.NullMarked;
