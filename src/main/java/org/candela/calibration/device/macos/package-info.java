/**
 * Displays, transfer tables and monitor controls of macOS: CoreGraphics, IOKit and, on Apple silicon, IOAVService.
 *
 * <p>May use: calibration, calibration.device, base. One of the few rooms with native calls. <b>Not yet run on hardware</b>:
 * layouts, calls and their order are tested on a fake library with the same binary interface; no Mac has seen this.
 * IOAVService is a private interface that Apple may change or remove.
 *
 * <p>Not there: DDC/CI of Intel Macs (IOI2C) and through the MCDP29xx converter of the built-in HDMI port of M1 and
 * entry-level M2 Macs, which passes none; brightness of built-in panels.
 *
 * <pre>{@code
 * try (MacDisplays displays = MacDisplays.open().orElseThrow()) {
 *     displays.load(displays.displays().get(0), ramp); // holds until this process ends
 * }
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.macos;

import org.jspecify.annotations.NullMarked;
