/**
 * The list on the work screen.
 *
 * <p>May use: worklist, order, study, facility, ui, base.
 *
 * <pre>{@code
 * WorklistView view = new WorklistView(model, item -> open(item));
 * }</pre>
 */
@NullMarked
package org.candela.worklist.ui;

import org.jspecify.annotations.NullMarked;
