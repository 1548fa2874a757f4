/**
 * Instruments beside an image that belong to no single viewport: what is asked of the reader, the loupe, the histogram.
 *
 * <p>May use: base alone. Values and models without a toolkit, on the thread of the session.
 *
 * <pre>{@code
 * asking.ask(new Question("viewer.asked.window", "40 400", text -> Optional.empty()));
 * }</pre>
 */
@NullMarked
package org.candela.viewer.tool;

import org.jspecify.annotations.NullMarked;
