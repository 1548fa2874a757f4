package org.candela.calibration.device.serial;

import java.time.Duration;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.WholeReading;

/**
 * A Klein K-10, K-10A or KV-10A before the screen, with the calibration of its factory. Device thread. Errors: {@code
 * device.timeout}, {@code device.gone}, {@code device.garbage}, {@code device.incomplete}, {@code device.failed}.
 */
// [impl->req~device.klein~1]
public final class KleinPhotometer implements OpenMeter, WholeReading {
    private static final Duration REPLY = Duration.ofSeconds(2);
    private static final Duration READING = Duration.ofSeconds(15);

    private final SerialLine line;
    private final SerialDialogue dialogue;
    private final Identity identity;

    private KleinPhotometer(SerialLine line, SerialDialogue dialogue, Identity identity) {
        this.line = line;
        this.dialogue = dialogue;
        this.identity = identity;
    }

    /** Asks who it is; the meter owns {@code line} from then on, also when this fails. */
    public static KleinPhotometer open(SerialLine line, Cancellation cancellation) throws DeviceException {
        SerialDialogue dialogue = new SerialDialogue(line, "Klein K-10", cancellation);
        boolean isReady = false;
        try {
            KleinReply.Who who = KleinReply.who(ask(dialogue, "P0", REPLY));
            if (!who.model().matches("K-10|K-10-A|KV-10-A")) {
                throw dialogue.failed("device.unsupported", "another model: " + who.model());
            }
            isReady = true;
            return new KleinPhotometer(line, dialogue, Identity.of("Klein", who.model(), who.serial(), Aim.TELESCOPIC));
        } finally {
            if (!isReady) {
                line.close();
            }
        }
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Seen measure() throws DeviceException {
        KleinReply.Reading seen = KleinReply.reading(ask(dialogue, "N5", READING));
        return Tristimulus.ofNoisy(seen.x(), seen.y(), seen.z())
                .map(Seen::of)
                .orElseThrow(() -> dialogue.failed(
                        "device.unreadable", "less than no light: " + seen + "; zero it with its cap on"));
    }

    private static byte[] ask(SerialDialogue dialogue, String command, Duration limit) throws DeviceException {
        byte[] reply = dialogue.ask(command + "\r", limit, bytes -> KleinReply.isWhole(command, bytes));
        if (!KleinReply.answers(command, reply)) {
            throw dialogue.failed("device.garbage", "not an answer to " + command + "; is it another meter?");
        }
        Optional<String> error = KleinReply.error(reply);
        if (error.isPresent()) {
            throw dialogue.failed("device.failed", error.get());
        }
        return reply;
    }

    @Override
    public void close() {
        line.close();
    }
}
