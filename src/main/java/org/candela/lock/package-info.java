/**
 * The workstation locked: after a time in which nobody touched it, or at once. Who may open it, how often somebody may try, and
 * access in an emergency, which is read only and says why. Knows no windows.
 *
 * <p>May use: store, audit, base.
 *
 * <pre>{@code
 * RoomLock lock = RoomLock.open(proof, desk);
 * lock.lock(RoomLock.Cause.KEY);
 * RoomLock.Answer answer = lock.unlock(typed);
 * }</pre>
 */
@NullMarked
package org.candela.lock;

import org.jspecify.annotations.NullMarked;
