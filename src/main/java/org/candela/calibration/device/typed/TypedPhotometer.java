package org.candela.calibration.device.typed;

import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;

/**
 * A meter that somebody reads and types. A text that is no luminance is asked for again, with what to do. Device thread.
 */
// [impl->req~device.typed~1]
public final class TypedPhotometer implements Photometer {
    private static final int TRIES = 5;

    private final Typist typist;
    private final Identity identity;
    private int number;

    /**
     * Which meter is read, typed once.
     *
     * @param aim how it looks at the screen; kept in the model's name, since the aim of every reading here is {@link
     *     Photometer.Aim#TYPED}
     */
    public record Meter(String make, String model, String serial, Aim aim) {
        public Meter {
            if (make.isBlank() || model.isBlank() || serial.isBlank()) {
                throw new IllegalArgumentException("a meter has make, model and serial number: " + make + ", " + model);
            }
            if (aim == Aim.TYPED || aim == Aim.INTERNAL) {
                throw new IllegalArgumentException(
                        "a meter that is read by eye lies on the screen or stands before it");
            }
        }

        /** A meter that stands before the screen. */
        public static Meter of(String make, String model, String serial) {
            return new Meter(make, model, serial, Aim.TELESCOPIC);
        }

        Identity identity() {
            String how = aim == Aim.CONTACT ? " (contact, read by eye)" : " (telescopic, read by eye)";
            return Identity.of(make.strip(), model.strip() + how, serial.strip(), Aim.TYPED);
        }
    }

    public TypedPhotometer(Typist typist, Meter meter) {
        this.typist = typist;
        this.identity = meter.identity();
    }

    @Override
    public Identity identity() {
        return identity;
    }

    /**
     * What is typed next.
     *
     * @throws DeviceException {@code device.given-up} when the typist has had enough, {@code device.unreadable} after
     *     five answers that are none
     */
    @Override
    public Luminance read() throws DeviceException {
        number++;
        String problem = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String typed = typist.ask(number, problem)
                    .orElseThrow(() -> failed("device.given-up", "no reading " + number + " was typed"));
            TypedReading reading = TypedReading.parse(typed);
            if (reading instanceof TypedReading.Value value) {
                return value.luminance();
            }
            problem = ((TypedReading.Refused) reading).whatToDo();
        }
        throw failed("device.unreadable", TRIES + " answers, none of them a reading: " + problem);
    }

    private DeviceException failed(String code, String problem) {
        return new DeviceException(code, identity.text(), problem);
    }
}
