/**
 * One list over all facilities: what is to be read, in which order and why, and who has it.
 *
 * <p>May use: order, study, facility, store, audit, base.
 *
 * <pre>{@code
 * worklist.onChange(view::reload);
 * worklist.poll(day, cancellation);
 * worklist.claim(item.id(), "reader");
 * }</pre>
 */
@NullMarked
package org.candela.worklist;

import org.jspecify.annotations.NullMarked;
