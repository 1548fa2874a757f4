/**
 * Pads beside the keyboard: buttons, a jog wheel and a sprung shuttle ring under the other hand (Contour ShuttleXpress and
 * ShuttlePRO), read from Linux' input devices. Untested on hardware.
 *
 * <p>May use: base. Says what the hand did; what that means is the shell's business.
 *
 * <pre>{@code
 * Pads pads = new Pads(Pads.LINUX, event -> ui.execute(() -> keys.take(event)), threads, scheduler::isShutdown);
 * scheduler.scheduleWithFixedDelay(pads::look, 0, 2, TimeUnit.SECONDS);
 * }</pre>
 */
@NullMarked
package org.candela.pad;

import org.jspecify.annotations.NullMarked;
