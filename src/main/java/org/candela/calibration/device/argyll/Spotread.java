package org.candela.calibration.device.argyll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DeviceException;

/**
 * The program {@code spotread} of ArgyllCMS, as it is installed here.
 *
 * <p>Where the folder of USB devices is missing, it is not started at all: spotread, even asked for its options alone,
 * then opens every character device of the machine and waits for ever (seen with 2.3.1). Device thread.
 *
 * @param program where it is
 * @param usbBus folder that must be there, {@code /dev/bus/usb} on Linux; empty where the system has none such
 */
public record Spotread(Path program, Optional<Path> usbBus, Limits limits) {
    /** What to do where it is missing. */
    public static final String INSTALL = "ArgyllCMS is not installed; Debian: apt-get install argyll";

    /**
     * How long it may take.
     *
     * @param start until it has found the meter
     * @param reading until a reading is there, black ones take meters 10 s and more
     * @param end until it has ended by itself after a reading
     * @param retries how often a misread is tried again within one reading
     */
    public record Limits(Duration start, Duration reading, Duration end, int retries) {
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(3), 2);
    }

    /** The program in the first of {@code folders} that has it. */
    public static Optional<Path> find(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> List.of("spotread", "spotread.exe").stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The ports that it sees now; asks nothing of what is there.
     *
     * @throws DeviceException {@code device.no-usb} where it cannot be started, {@code device.timeout} when it hangs
     */
    // [impl->req~device.spotread-list~1]
    public List<ArgyllInstrument> instruments(Cancellation cancellation) throws DeviceException {
        return usage(cancellation).instruments();
    }

    /** Its version, as {@code "2.3.1"}. */
    public String version(Cancellation cancellation) throws DeviceException {
        return usage(cancellation).version();
    }

    private SpotreadUsage usage(Cancellation cancellation) throws DeviceException {
        SpotreadUsage usage =
                SpotreadUsage.parse(SpotreadTalk.printed(this, List.of(program.toString(), "-?"), cancellation));
        if (!usage.isSpotread()) {
            throw new DeviceException("device.garbage", program.toString(), "this is not spotread of ArgyllCMS");
        }
        return usage;
    }

    /** Starts it, if it can be trusted not to hang. */
    SpotreadProcess start(List<String> command) throws DeviceException {
        if (usbBus.isPresent() && !Files.isDirectory(usbBus.get())) {
            throw new DeviceException(
                    "device.no-usb",
                    "spotread",
                    "not started, since without " + usbBus.get()
                            + " it waits for ever; this machine or container shows no USB devices");
        }
        try {
            return SpotreadProcess.start(command);
        } catch (IOException e) {
            throw new DeviceException("device.missing", program.toString(), "cannot be started: " + e.getMessage(), e);
        }
    }
}
