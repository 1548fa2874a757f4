/**
 * Buttons of dictation microphones and foot pedals, by hid4java. Layouts are second-hand (GoogleChromeLabs dictation_support, and
 * for the Infinity pedal common knowledge): untried on hardware.
 *
 * <p>May use: base. Says which button went down or up; what that means is the app's business.
 *
 * <pre>{@code
 * HidButtons buttons = new HidButtons(Hid4JavaButtons.PLUGGED_IN, press -> ..., threads, scheduler::isShutdown);
 * buttons.look();  // now and then
 * }</pre>
 */
@NullMarked
package org.candela.pad.hid;

import org.jspecify.annotations.NullMarked;
