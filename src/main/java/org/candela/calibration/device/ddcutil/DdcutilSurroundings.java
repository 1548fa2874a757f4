package org.candela.calibration.device.ddcutil;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.candela.calibration.device.Pause;

/**
 * What the driver is given.
 *
 * @param threads makes an executor of one thread of the given name; one a display, since libddcutil keeps error details and
 *     settings by thread. The driver shuts it down
 * @param pause how it waits
 * @param devices where device files stand, {@code /dev}
 * @param settle after which time a value that was set is read once more, since monitors take values back without a word
 * @param limit within which one call has to end; a call that does not is given up, and the display with it until it ends
 */
public record DdcutilSurroundings(
        Function<String, ExecutorService> threads, Pause pause, Path devices, Duration settle, Duration limit) {

    /** With a settle time of 500 ms and a limit of 15 s, as long as libddcutil's own retries of a table may take. */
    public DdcutilSurroundings(Function<String, ExecutorService> threads, Pause pause, Path devices) {
        this(threads, pause, devices, Duration.ofMillis(500), Duration.ofSeconds(15));
    }
}
