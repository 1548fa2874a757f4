/**
 * The pre-shift card.
 *
 * <p>May use: readiness, ui, base.
 *
 * <pre>{@code
 * ReadinessView view = new ReadinessView(new ReadinessViewModel(board, io, ui));
 * }</pre>
 */
@NullMarked
package org.candela.readiness.ui;

import org.jspecify.annotations.NullMarked;
