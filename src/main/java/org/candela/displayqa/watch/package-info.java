/**
 * What happens to displays between two measurements: graphics LUTs that other programs replace, settings and room light
 * that drift, runs that fall due.
 *
 * <p>May use: displayqa, calibration, calibration.device, store, audit, readiness, facility, base. Looks happen on the device
 * thread; what they found can be asked from any thread.
 *
 * <pre>{@code
 * LutWatchdog watchdog = new LutWatchdog(new LutWatchdog.Watched(ledger, graphicsLut, inventory), book);
 * watchdog.onChange(luts::refresh);
 * watchdog.look(WatchCause.CLOCK);
 * Optional<String> why = watchdog.alarm(display.id());
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.watch;

import org.jspecify.annotations.NullMarked;
