/**
 * Curtains over every window while the workstation is locked, and what is seen in an emergency. What lies behind stays as it is:
 * caret, scroll, dialogs.
 *
 * <p>May use: lock, ui, base.
 *
 * <pre>{@code
 * Curtains.over(model, window -> false);
 * model.lock(Cause.KEY);
 * }</pre>
 */
@NullMarked
package org.candela.lock.ui;

import org.jspecify.annotations.NullMarked;
