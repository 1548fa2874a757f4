package org.candela.calibration.device.typed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.ReadingTakenBack;
import org.candela.calibration.device.Typist;
import org.candela.calibration.device.Typist.Answer;

/**
 * A meter that somebody reads and types. A text that is no luminance is asked for again, with what to do. Device thread.
 */
// [impl->req~device.typed~1]
public final class TypedPhotometer implements OpenMeter {
    private static final int TRIES = 5;
    private static final String NONE_BEFORE = "There is no reading before this one to take back.";

    private final Typist typist;
    private final Identity identity;
    private final Deque<Luminance> given = new ArrayDeque<>();

    /**
     * Which meter is read, typed once.
     *
     * @param aim whether it lies on the screen ({@link Aim#CONTACT}) or stands before it ({@link Aim#TELESCOPIC})
     */
    public record Meter(String make, String model, String serial, Aim aim) {
        public Meter {
            if (make.isBlank() || model.isBlank() || serial.isBlank()) {
                throw new IllegalArgumentException("a meter has make, model and serial number: " + make + ", " + model);
            }
            if (aim != Aim.CONTACT && aim != Aim.TELESCOPIC) {
                throw new IllegalArgumentException(
                        "a meter that is read by eye lies on the screen or stands before it");
            }
        }

        /** A meter that stands before the screen. */
        public static Meter of(String make, String model, String serial) {
            return new Meter(make, model, serial, Aim.TELESCOPIC);
        }

        /** As its certificate names it; that it is read by eye is its aim. */
        Identity identity() {
            Aim typed = aim == Aim.CONTACT ? Aim.TYPED_CONTACT : Aim.TYPED_TELESCOPIC;
            return Identity.of(make.strip(), model.strip(), serial.strip(), typed);
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
     * @throws ReadingTakenBack when the reading before was wrong; the next one is asked for under its number
     */
    @Override
    public Luminance read() throws DeviceException {
        String problem = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            TypedReading reading = answered(problem);
            if (reading instanceof TypedReading.Value value) {
                given.addLast(value.luminance());
                return value.luminance();
            }
            problem = ((TypedReading.Refused) reading).whatToDo();
        }
        throw failed("device.unreadable", TRIES + " answers, none of them a reading: " + problem);
    }

    private TypedReading answered(String problem) throws DeviceException {
        int number = given.size() + 1;
        Answer answer = typist.ask(new Typist.Question(number, Optional.ofNullable(given.peekLast()), problem));
        if (answer instanceof Answer.Typed typed) {
            return TypedReading.parse(typed.text());
        }
        if (answer instanceof Answer.GivenUp) {
            throw failed("device.given-up", "no reading " + number + " was typed");
        }
        if (given.isEmpty()) {
            return new TypedReading.Refused(NONE_BEFORE);
        }
        given.removeLast();
        throw new ReadingTakenBack();
    }

    private DeviceException failed(String code, String problem) {
        return new DeviceException(code, identity.text(), problem);
    }

    /** Holds nothing. */
    @Override
    public void close() {
        given.clear();
    }
}
