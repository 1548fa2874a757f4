/**
 * Marks on images: what a reader drew, where it belongs, kept from the moment it was drawn, every change undoable.
 *
 * <p>May use: measure, study, image, store, base.
 *
 * <pre>{@code
 * MarkBoard board = new MarkBoard(new Marks(database, db, clock), history, ui);
 * board.open(seriesUid);
 * board.add(board.drawn(figure, markedFrame, ""));
 * }</pre>
 */
@NullMarked
package org.candela.viewer.mark;

import org.jspecify.annotations.NullMarked;
