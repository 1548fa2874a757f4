package org.candela.calibration.device.serial;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Konica Minolta CS-200, which stands before the screen: told to measure it says how long that takes, then it is asked
 * for the result.
 *
 * <p>Result of {@code MDR,0}: Lv, x and y are the 9th to 11th value after the code, as open programs for it read them; its
 * manual was not at hand. Device thread. Errors as {@link KonicaPhotometer}.
 */
// [impl->req~device.konica~1]
public final class Cs200Photometer implements OpenMeter {
    private static final Logger LOG = LoggerFactory.getLogger(Cs200Photometer.class);
    private static final Duration REPLY = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int MOST_SECONDS = 60;
    private static final int LUMINANCE = 8;

    private final SerialLine line;
    private final SerialDialogue dialogue;
    private final Cancellation cancellation;
    private final String serial;

    private Cs200Photometer(SerialLine line, String serial, Cancellation cancellation) {
        this.line = line;
        this.dialogue = new SerialDialogue(line, "CS-200", cancellation);
        this.cancellation = cancellation;
        this.serial = serial;
    }

    /**
     * Takes the meter into remote mode, absolute readings, 2° observer; it owns {@code line} from then on, also when this
     * fails. The line must be set as the meter's menu says.
     */
    public static Cs200Photometer open(SerialLine line, String serial, Cancellation cancellation)
            throws DeviceException {
        Cs200Photometer meter = new Cs200Photometer(line, serial, cancellation);
        boolean isReady = false;
        try {
            for (String command : new String[] {"RMT,1", "MSS,0", "OBS,0"}) {
                KonicaDialect.require(meter.dialogue, meter.dialogue.ask(command, REPLY));
            }
            isReady = true;
            return meter;
        } finally {
            if (!isReady) {
                line.close();
            }
        }
    }

    @Override
    public Identity identity() {
        return Identity.of("Konica Minolta", "CS-200", serial, Aim.TELESCOPIC);
    }

    @Override
    public Luminance read() throws DeviceException {
        return new Luminance(measured()[0]);
    }

    @Override
    public Optional<Tristimulus> readColour() throws DeviceException {
        double[] seen = measured();
        if (!(seen[1] >= 0 && seen[2] > 0 && seen[1] + seen[2] <= 1)) {
            throw dialogue.failed("device.unreadable", "no colour: x " + seen[1] + ", y " + seen[2]);
        }
        return Optional.of(Tristimulus.ofXyY(seen[1], seen[2], new Luminance(seen[0])));
    }

    private double[] measured() throws DeviceException {
        KonicaReply begun = KonicaDialect.require(dialogue, dialogue.ask("MES,1", REPLY));
        double seconds = begun.number(0).orElse(Double.NaN);
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw dialogue.failed("device.unreadable", "does not say how long it measures: " + begun.fields());
        }
        await(Duration.ofMillis((long) (seconds * 1000)));
        String line = dialogue.ask("MDR,0", REPLY);
        KonicaReply reply = KonicaDialect.require(dialogue, line);
        double[] values = new double[3];
        for (int i = 0; i < values.length; i++) {
            values[i] = reply.number(LUMINANCE + i).orElse(Double.NaN);
        }
        if (!(values[0] >= 0) || Double.isNaN(values[1] + values[2])) {
            throw dialogue.failed("device.unreadable", "not a reading of this model: \"" + line + "\"");
        }
        return values;
    }

    /** Listens meanwhile: a meter that is unplugged says so at once. */
    private void await(Duration time) throws DeviceException {
        long end = System.nanoTime() + time.toNanos();
        byte[] unasked = new byte[16];
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            cancellation.throwIfRequested();
            line.read(unasked, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
        }
    }

    /** Gives the meter its keys back. */
    @Override
    public void close() {
        try {
            line.write("RMT,0\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (DeviceException e) {
            LOG.debug("the CS-200 keeps its remote mode", e);
        } finally {
            line.close();
        }
    }
}
