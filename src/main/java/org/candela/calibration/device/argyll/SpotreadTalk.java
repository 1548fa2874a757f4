package org.candela.calibration.device.argyll;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.argyll.SpotreadLine.Detail;
import org.candela.calibration.device.argyll.SpotreadLine.Fault;

/**
 * One conversation with spotread, from its start until a reading or a refusal; afterwards nothing of it is left running.
 * One thread.
 */
// [impl->req~device.spotread-limits~1]
final class SpotreadTalk {
    /** What is waited for; a meter for the room shows its light before the line that counts. */
    enum Wanted {
        LIGHT,
        AMBIENT
    }

    /** What came of it: the line wanted, and what the meter told of itself on the way. */
    record Answer(SpotreadLine reading, Map<Detail, String> details) {}

    private static final char GIVE_UP = 'q';
    private static final char AGAIN = ' ';
    private static final int WORDS = 160;

    private final Spotread spotread;
    private final String device;
    private final Wanted wanted;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private Optional<SpotreadLine> reading = Optional.empty();
    private Optional<SpotreadLine.Trouble> trouble = Optional.empty();
    private int retriesLeft;
    private boolean isStarted;
    private boolean isGivenUp;

    private SpotreadTalk(Spotread spotread, String device, Wanted wanted) {
        this.spotread = spotread;
        this.device = device;
        this.wanted = wanted;
        this.retriesLeft = spotread.limits().retries();
    }

    /** Takes one reading. */
    static Answer reading(Spotread spotread, ArgyllCommand command, Wanted wanted, Cancellation cancellation)
            throws DeviceException {
        SpotreadTalk talk = new SpotreadTalk(spotread, command.instrument().text(), wanted);
        try (SpotreadProcess process = spotread.start(command.words(spotread))) {
            talk.follow(process, cancellation);
            return new Answer(talk.conclude(process), Map.copyOf(talk.details));
        } catch (IOException e) {
            throw talk.failed("device.communication", "spotread cannot be talked to: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw talk.failed("device.interrupted", "the reading was interrupted");
        }
    }

    /** All that it prints until it ends, as for its options; within the limit for a start. */
    static String printed(Spotread spotread, List<String> command, Cancellation cancellation) throws DeviceException {
        SpotreadTalk talk = new SpotreadTalk(spotread, spotread.program().toString(), Wanted.LIGHT);
        long end = deadline(spotread.limits().start());
        StringBuilder all = new StringBuilder();
        try (SpotreadProcess process = spotread.start(command)) {
            boolean isAlive = true;
            while (isAlive) {
                isAlive = process.isAlive();
                talk.lookOn(process, end, cancellation);
                for (Optional<String> line = process.line(); line.isPresent(); line = process.line()) {
                    all.append(line.get()).append('\n');
                }
            }
            return all.toString();
        } catch (IOException e) {
            throw talk.failed("device.communication", "spotread cannot be talked to: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw talk.failed("device.interrupted", "the listing was interrupted");
        }
    }

    private void follow(SpotreadProcess process, Cancellation cancellation)
            throws DeviceException, IOException, InterruptedException {
        long end = deadline(spotread.limits().start());
        boolean isAlive = true;
        while (isAlive && reading.isEmpty() && !isGivenUp) {
            isAlive = process.isAlive();
            lookOn(process, end, cancellation);
            boolean wasStarted = isStarted;
            hearAll(process);
            if (isStarted && !wasStarted) {
                end = deadline(spotread.limits().reading());
            }
        }
    }

    private void lookOn(SpotreadProcess process, long end, Cancellation cancellation)
            throws DeviceException, IOException, InterruptedException {
        cancellation.throwIfRequested();
        process.look();
        if (process.isTooMuch()) {
            throw failed("device.garbage", "it printed more than " + SpotreadProcess.MOST + " bytes and no reading");
        }
        if (System.nanoTime() - end > 0) {
            throw failed(
                    "device.timeout",
                    isStarted ? "no reading in time; is the meter still plugged in?" : "it did not start in time");
        }
    }

    private void hearAll(SpotreadProcess process) throws IOException, DeviceException {
        for (Optional<String> line = process.line(); line.isPresent() && reading.isEmpty(); line = process.line()) {
            hear(SpotreadLine.parse(line.get()));
        }
        if (reading.isEmpty() && SpotreadLine.parse(process.rest()) instanceof SpotreadLine.Prompt prompt) {
            answer(process, prompt.wish());
        }
    }

    private void hear(SpotreadLine line) throws DeviceException {
        if (line instanceof SpotreadLine.Unreadable unreadable) {
            throw failed(
                    "device.unreadable",
                    "its numbers cannot be trusted: \"" + shortened(unreadable.words())
                            + "\"; do other programs set its language?");
        } else if (line instanceof SpotreadLine.Told told) {
            details.putIfAbsent(told.detail(), told.value());
        } else if (line instanceof SpotreadLine.Trouble said) {
            trouble = isLocked() ? trouble : Optional.of(said);
        } else if (line instanceof SpotreadLine.Prompt) {
            isStarted = true;
        } else if (isWanted(line)) {
            reading = Optional.of(line);
        }
    }

    /** That a meter is locked is followed by a fatal error, which does not say why. */
    private boolean isLocked() {
        return trouble.filter(said -> said.fault() == Fault.LOCKED).isPresent();
    }

    private boolean isWanted(SpotreadLine line) {
        return wanted == Wanted.AMBIENT
                ? line instanceof SpotreadLine.Ambient
                : line instanceof SpotreadLine.Light || line instanceof SpotreadLine.Grey;
    }

    /** A misread is worth another try; all else needs somebody's hands. */
    private void answer(SpotreadProcess process, SpotreadLine.Wish wish) throws IOException {
        isStarted = true;
        if (wish == SpotreadLine.Wish.READ) {
            return; // with -O it reads without a key, and a key that nobody took would answer the next prompt
        }
        Optional<Fault> fault = trouble.map(SpotreadLine.Trouble::fault);
        boolean isWorthIt = fault.equals(Optional.of(Fault.MISREAD)) || fault.equals(Optional.of(Fault.COMMUNICATION));
        if (wish == SpotreadLine.Wish.RETRY && isWorthIt && retriesLeft > 0) {
            retriesLeft--;
            process.answer(AGAIN);
            return;
        }
        if (wish == SpotreadLine.Wish.CALIBRATE && trouble.isEmpty()) {
            trouble = Optional.of(new SpotreadLine.Trouble(Fault.NEEDS_CALIBRATION, "it asks to be calibrated"));
        }
        process.answer(GIVE_UP);
        isGivenUp = true;
    }

    private SpotreadLine conclude(SpotreadProcess process) throws DeviceException, InterruptedException {
        process.awaitEnd(spotread.limits().end());
        if (reading.isPresent()) {
            return reading.get();
        }
        if (trouble.isPresent()) {
            Fault fault = trouble.get().fault();
            throw failed(fault.code(), shortened(trouble.get().words()) + fault.advice());
        }
        String rest = process.rest().strip();
        throw failed(
                "device.incomplete",
                "it ended" + (process.isAlive() ? "" : " with code " + process.exitCode()) + " without a reading"
                        + (rest.isEmpty() ? "" : ", last it said \"" + shortened(rest) + "\""));
    }

    private DeviceException failed(String code, String problem) {
        return new DeviceException(code, device, problem);
    }

    private static long deadline(Duration limit) {
        return System.nanoTime() + limit.toNanos();
    }

    private static String shortened(String words) {
        String plain = words.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= WORDS ? plain : plain.substring(0, WORDS) + "…";
    }
}
