package org.candela.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.argyll.ArgyllMeters;
import org.candela.calibration.device.argyll.Spotread;
import org.candela.calibration.device.hid.HidMeters;
import org.candela.calibration.device.serial.SerialMeters;
import org.candela.calibration.device.sim.SimulatedMeters;
import org.candela.calibration.device.typed.TypedMeters;
import org.candela.codec.video.FfmpegSearch;

/** The ways to meters on this machine. */
final class Meters {
    private static final Path LINUX_USB = Path.of("/dev/bus/usb");

    private Meters() {}

    /** All that are plugged in; programs are sought where others are. */
    static MeterShelf shelf(FfmpegSearch.Places places) {
        Optional<Path> usb = places.platform().startsWith("linux") ? Optional.of(LINUX_USB) : Optional.empty();
        ArgyllMeters argyll = Spotread.find(places.folders())
                .map(program -> ArgyllMeters.by(new Spotread(program, usb, Spotread.Limits.USUAL)))
                .orElseGet(ArgyllMeters::missing);
        return new MeterShelf(List.of(argyll, new HidMeters(), new SerialMeters()));
    }

    /** The same to be listed, with what must be named: nobody types. */
    static MeterShelf listed(FfmpegSearch.Places places) {
        return shelf(places).with(TypedMeters.UNREAD);
    }

    /** Those that do not exist. */
    static MeterShelf simulated() {
        return new MeterShelf(List.of(new SimulatedMeters()));
    }
}
