/**
 * What the Linux kernel says of monitors and of the light of the room, in files under {@code /sys}.
 *
 * <p>May use: calibration, calibration.device, base. No native calls; tested on trees of files, not yet on hardware.
 *
 * <pre>{@code
 * List<DrmConnector> monitors = new DrmConnectors(Path.of("/sys/class/drm")).connected();
 * List<AmbientLightSensor> sensors = IioLightSensor.found(Path.of("/sys/bus/iio/devices"));
 * }</pre>
 */
@NullMarked
package org.candela.calibration.device.sysfs;

import org.jspecify.annotations.NullMarked;
