package org.candela.calibration.device.serial;

import java.time.Duration;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;

/**
 * A Konica Minolta CS-100A or LS-100, which stand before the screen. Switched on with F held, else they do not listen.
 *
 * <p>Device thread. They tell no serial number: it is on their back. Errors: {@code device.timeout}, {@code device.gone},
 * {@code device.out-of-range}, {@code device.battery}, {@code device.garbage}, {@code device.incomplete},
 * {@code device.failed}.
 */
// [impl->req~device.konica~1]
public final class KonicaPhotometer implements OpenMeter {
    /** Slow mode on a dark screen takes seconds. */
    private static final Duration READING = Duration.ofSeconds(15);

    private static final Duration SETTING = Duration.ofSeconds(3);
    private static final String SWITCHED_ON = "; was it switched on with F held?";

    private final SerialLine line;
    private final SerialDialogue dialogue;
    private final Model model;
    private final String serial;

    /** Which of them. */
    public enum Model {
        /** Luminance and colour. */
        CS_100A("CS-100A", 3),
        /** Luminance alone. */
        LS_100("LS-100", 1);

        private final String text;
        private final int values;

        Model(String text, int values) {
            this.text = text;
            this.values = values;
        }
    }

    private KonicaPhotometer(SerialLine line, Model model, String serial, Cancellation cancellation) {
        this.line = line;
        this.dialogue = new SerialDialogue(line, model.text, cancellation);
        this.model = model;
        this.serial = serial;
    }

    /**
     * Sets the meter to absolute readings; it owns {@code line} from then on, also when this fails.
     *
     * @param serial as on its back; empty when unknown
     */
    public static KonicaPhotometer open(SerialLine line, Model model, String serial, Cancellation cancellation)
            throws DeviceException {
        KonicaPhotometer meter = new KonicaPhotometer(line, model, serial, cancellation);
        boolean isReady = false;
        try {
            meter.absolute();
            isReady = true;
            return meter;
        } finally {
            if (!isReady) {
                line.close();
            }
        }
    }

    private void absolute() throws DeviceException {
        try {
            require(dialogue.ask("MDS,04", SETTING));
        } catch (DeviceException e) {
            throw e.code().equals("device.timeout")
                    ? new DeviceException(e.code(), model.text + " at " + line.name(), "no answer" + SWITCHED_ON, e)
                    : e;
        }
    }

    @Override
    public Identity identity() {
        return Identity.of("Konica Minolta", model.text, serial, Aim.TELESCOPIC);
    }

    @Override
    public Luminance read() throws DeviceException {
        return new Luminance(values()[0]);
    }

    /** From Y, x and y; empty for an LS-100. */
    @Override
    public Optional<Tristimulus> readColour() throws DeviceException {
        if (model == Model.LS_100) {
            return Optional.empty();
        }
        double[] seen = values();
        if (!(seen[1] >= 0 && seen[2] > 0 && seen[1] + seen[2] <= 1)) {
            throw dialogue.failed("device.unreadable", "no colour: x " + seen[1] + ", y " + seen[2]);
        }
        return Optional.of(Tristimulus.ofXyY(seen[1], seen[2], new Luminance(seen[0])));
    }

    private double[] values() throws DeviceException {
        String line = dialogue.ask("MES", READING);
        KonicaReply reply = require(line);
        double[] values = new double[model.values];
        for (int i = 0; i < values.length; i++) {
            values[i] = reply.number(i).orElse(Double.NaN);
        }
        if (reply.fields().size() != values.length || !(values[0] >= 0) || Double.isNaN(values[values.length - 1])) {
            throw dialogue.failed("device.unreadable", "not a reading of this model: \"" + line + "\"");
        }
        return values;
    }

    private KonicaReply require(String line) throws DeviceException {
        return KonicaDialect.require(dialogue, line);
    }

    @Override
    public void close() {
        line.close();
    }
}
