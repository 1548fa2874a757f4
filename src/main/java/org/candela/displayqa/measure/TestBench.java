package org.candela.displayqa.measure;

import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.LutHolder;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorLut;
import org.candela.calibration.device.Photometer;

/**
 * Everything that takes part in measuring one display.
 *
 * @param patches shows fields on the display
 * @param photometer reads them
 * @param ramp the display's graphics LUT
 * @param room what else the eye sees
 * @param monitor the LUT within the monitor; empty where it has none that can be loaded and put back
 */
public record TestBench(
        PatchPresenter patches, Photometer photometer, Ramp ramp, Room room, Optional<MonitorTables> monitor) {
    private static final int LEAST_BITS = 8;

    /** A display whose monitor has no LUT that we could load, as nearly all. */
    public TestBench(PatchPresenter patches, Photometer photometer, Ramp ramp, Room room) {
        this(patches, photometer, ramp, room, Optional.empty());
    }

    /** The same display before another meter. */
    public TestBench with(Photometer other) {
        return new TestBench(patches, other, ramp, room, monitor);
    }

    /** The same display, whose monitor's LUT can be loaded. */
    public TestBench with(MonitorTables tables) {
        return new TestBench(patches, photometer, ramp, room, Optional.of(tables));
    }

    /**
     * The LUT within a monitor.
     *
     * @param shape as VCP 73 states it
     * @param table its content, of as many inputs as {@code shape} has entries
     */
    public record MonitorTables(LutHolder.Monitor shape, Ramp table) {
        /**
         * The LUT behind a monitor's controls (VCP 73 to 75); empty where it has none, or lets none be read: what cannot be
         * put back is not changed.
         */
        // [impl->req~displayqa.monitor-held~1]
        public static Optional<MonitorTables> of(MonitorControl control) throws DeviceException {
            Optional<MonitorLut> found = MonitorLut.of(control);
            if (found.isEmpty() || found.orElseThrow().readFrom(control).isEmpty()) {
                return Optional.empty();
            }
            MonitorLut lut = found.orElseThrow();
            int bits = Math.min(lut.redBits(), Math.min(lut.greenBits(), lut.blueBits()));
            boolean isUsable = bits >= LEAST_BITS;
            return isUsable
                    ? Optional.of(new MonitorTables(
                            new LutHolder.Monitor(lut.entries(), bits), new ControlledTable(lut, control)))
                    : Optional.empty();
        }

        /** The ramp that changes nothing, as this LUT can hold it. */
        public GammaRamp neutral() {
            return GammaRamp.identity(shape.entries());
        }
    }

    private record ControlledTable(MonitorLut lut, MonitorControl control) implements Ramp {
        @Override
        public GammaRamp read() throws DeviceException {
            return lut.readFrom(control)
                    .orElseThrow(() -> new DeviceException(
                            "device.monitor-lut", control.channel(), "the monitor's LUT cannot be read any more"));
        }

        @Override
        public GammaRamp asHeld(GammaRamp ramp) {
            return lut.rounded(ramp);
        }

        @Override
        public void load(GammaRamp ramp) throws DeviceException {
            lut.loadInto(control, ramp);
        }
    }

    /** The graphics LUT of the display under test. */
    public interface Ramp {
        /** The ramp in force. */
        GammaRamp read() throws DeviceException;

        /** Loads a ramp and reads it back. */
        void load(GammaRamp ramp) throws DeviceException;

        /** What is read after {@code ramp} was loaded: the same, or what fewer bits leave of it. */
        default GammaRamp asHeld(GammaRamp ramp) {
            return ramp;
        }

        /** What was there before Candela first changed it, as far as anybody knows: else what is there now. */
        default GammaRamp found() throws DeviceException {
            return read();
        }

        /** The graphics LUT of {@code display} behind the driver {@code lut}. */
        static Ramp of(GraphicsLut lut, DisplayDevice display) {
            return new Ramp() {
                @Override
                public GammaRamp read() throws DeviceException {
                    return lut.read(display);
                }

                @Override
                public void load(GammaRamp ramp) throws DeviceException {
                    lut.load(display, ramp);
                }
            };
        }
    }

    /**
     * Conditions of the run.
     *
     * @param ambient room light reflected by the screen
     * @param source how that is known; printed on every report
     * @param illuminance light of the room; empty where nobody measured it
     */
    public record Room(Luminance ambient, AmbientSource source, Optional<RoomIlluminance> illuminance) {
        /** A room whose light nobody measured in lx. */
        public Room(Luminance ambient, AmbientSource source) {
            this(ambient, source, Optional.empty());
        }

        /** The same room with its light. */
        public Room lit(Optional<RoomIlluminance> light) {
            return new Room(ambient, source, light);
        }
    }

    /** Where the ambient luminance comes from (PS3.3 C.32, (0028,7025)). */
    public enum AmbientSource {
        DEFAULT,
        MEASURED,
        PROVIDED
    }
}
