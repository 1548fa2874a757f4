/**
 * Displays, graphics tables and monitor controls of Windows: user32, gdi32, dxva2, setupapi and advapi32.
 *
 * <p>May use: calibration, calibration.device, base. One of the few rooms with native calls. 64-bit Windows alone: there all
 * calling conventions are one, and the layouts below are the only ones. <b>Not yet run on hardware</b>: layouts, calls and
 * their order are tested on fake libraries with the same binary interface; no Windows has seen this.
 *
 * <p>Not there: ambient light through ISensor, a COM interface of its own too large for what it gives (a USB meter or a typed
 * value does the same); table controls, which Windows does not pass; ICC profiles, which are the way to calibrate under HDR.
 *
 * <pre>{@code
 * try (WindowsDisplays displays = WindowsDisplays.open().orElseThrow()) {
 *     displays.load(displays.displays().get(0), ramp);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.windows;

import org.jspecify.annotations.NullMarked;
