/**
 * The large image that is coming for the case that is being opened, looked at before its file is whole.
 *
 * <p>May use: study, base.
 *
 * <pre>{@code
 * ArrivalListener listener = arrivals.begin();
 * listener.coming(frame);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.arriving;

import org.jspecify.annotations.NullMarked;
