package org.candela.dictation.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dictation.check.DictationCheck.Part;
import org.candela.dictation.sound.Level;
import org.candela.dictation.sound.LevelMeter;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.sound.SoundException;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessItem.Status;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the chosen microphone for a moment; of what it hears the level alone is told, and nothing kept. One that was heard
 * is not opened again for ten minutes, since the card is asked before each case.
 */
final class MicrophoneTrial {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration LISTENED = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int BUFFER_BYTES = 4096;

    private final DictationDesk desk;
    private final Clock clock;
    private @Nullable Heard last;

    /** What was heard of which microphone. */
    private record Heard(String microphone, Level level, Instant at) {}

    MicrophoneTrial(DictationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    synchronized Part part() {
        try {
            List<Microphone> all = desk.microphones();
            if (all.isEmpty()) {
                return Part.of(
                        Status.WARNING,
                        "No microphone is plugged in.",
                        "Plug one in and choose it (Ctrl+F8); or type.");
            }
            Optional<String> chosen = desk.chosen();
            Optional<Microphone> found = chosen.isEmpty()
                    ? Optional.of(all.get(0))
                    : all.stream()
                            .filter(one -> one.name().equals(chosen.orElseThrow()))
                            .findFirst();
            return found.isPresent() ? judged(found.orElseThrow()) : away(chosen.orElse(""));
        } catch (SoundException e) {
            return Part.of(
                    Status.WARNING,
                    "The microphone does not open: " + e.getMessage() + ".",
                    "See that no other program has it, or choose another (Ctrl+F8).");
        } catch (CandelaException e) {
            return Part.of(
                    Status.NOT_ASSESSED,
                    "Which microphone was chosen cannot be read (" + e.code() + ").",
                    "Choose it (Ctrl+F8).");
        }
    }

    private static Part away(String name) {
        return Part.of(
                Status.WARNING,
                "The microphone \"" + name + "\" is not plugged in.",
                "Plug it in, or choose another (Ctrl+F8).");
    }

    private Part judged(Microphone microphone) throws SoundException {
        Level level = level(microphone);
        String value = String.format(Locale.ROOT, "%.0f dB", level.peakDbfs());
        Evidence evidence = microphone.isSimulated()
                ? new Evidence(value, Optional.empty(), microphone.name(), Evidence.Basis.SIMULATED)
                : Evidence.read(value, microphone.name());
        return LevelMeter.isMuted(level)
                ? new Part(
                        Status.WARNING,
                        "\"" + microphone.name() + "\" gives no sound (" + value + ").",
                        "Switch it on, or turn it up in the system.",
                        evidence)
                : new Part(Status.READY, "\"" + microphone.name() + "\" is heard (" + value + ").", "", evidence);
    }

    private Level level(Microphone microphone) throws SoundException {
        Optional<Level> already = desk.heard();
        if (already.isPresent()) {
            return already.orElseThrow();
        }
        Instant now = clock.instant();
        Heard before = last;
        boolean isGood = before != null
                && before.microphone().equals(microphone.name())
                && !LevelMeter.isMuted(before.level())
                && now.isBefore(before.at().plus(GOOD_FOR));
        if (before != null && isGood) {
            return before.level();
        }
        Level heard = listen(microphone);
        last = new Heard(microphone.name(), heard, now);
        return heard;
    }

    /** Loudest of all that came. */
    private static Level listen(Microphone microphone) throws SoundException {
        try (Microphone.Open open = microphone.open()) {
            open.began();
            byte[] buffer = new byte[BUFFER_BYTES];
            long bytes = 0;
            long wanted = LISTENED.toMillis()
                    * open.format().bytesASecond()
                    / Duration.ofSeconds(1).toMillis();
            long end = System.nanoTime() + MOST.toNanos();
            Level loudest = Level.NOTHING;
            while (bytes < wanted && System.nanoTime() < end) {
                int read = open.read(buffer, PATIENCE);
                bytes += read;
                loudest = louder(loudest, Level.of(samples(buffer, read)));
            }
            return loudest;
        }
    }

    private static Level louder(Level one, Level other) {
        return other.peakDbfs() > one.peakDbfs() ? other : one;
    }

    /** Signed 16 bit, the low byte first, whatever the channels. */
    private static short[] samples(byte[] bytes, int length) {
        short[] samples = new short[length / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8);
        }
        return samples;
    }
}
