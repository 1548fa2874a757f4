package org.candela.dictation.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** The microphones that Java Sound knows on this machine. Untried on hardware. Any thread. */
public final class JavaSound {
    private static final int BITS = 16;
    /** What devices can usually do, best first: what needs no change, then what needs least. */
    private static final List<SoundFormat> FORMATS = List.of(
            new SoundFormat(16_000, 1),
            new SoundFormat(48_000, 1),
            new SoundFormat(48_000, 2),
            new SoundFormat(44_100, 1),
            new SoundFormat(44_100, 2));

    private JavaSound() {}

    /** Those plugged in now, in the order of the system; none where it has none. */
    public static List<Microphone> microphones() {
        List<Microphone> found = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            Mixer mixer = AudioSystem.getMixer(info);
            supported(mixer).ifPresent(format -> found.add(new Device(mixer, info.getName(), format)));
        }
        return List.copyOf(found);
    }

    private static Optional<SoundFormat> supported(Mixer mixer) {
        return FORMATS.stream()
                .filter(format -> mixer.isLineSupported(new DataLine.Info(TargetDataLine.class, line(format))))
                .findFirst();
    }

    static AudioFormat line(SoundFormat format) {
        return new AudioFormat(format.rateHz(), BITS, format.channels(), true, false);
    }

    /** One of them. */
    private record Device(Mixer mixer, String name, SoundFormat format) implements Microphone {
        @Override
        public Open open() throws SoundException {
            try {
                TargetDataLine line =
                        (TargetDataLine) mixer.getLine(new DataLine.Info(TargetDataLine.class, line(format)));
                line.open(line(format), format.rateHz() * format.frameBytes() / 2); // half a second of slack
                line.start();
                return new Line(line, format, name);
            } catch (LineUnavailableException e) {
                throw new SoundException(
                        "sound.busy",
                        "the microphone " + name + " cannot be opened: plug it in, or end the program that uses it",
                        e);
            } catch (IllegalArgumentException | SecurityException e) {
                throw gone(name, e);
            }
        }
    }

    private static SoundException gone(String name, Throwable cause) {
        return new SoundException(
                "sound.gone", "the microphone " + name + " is gone: plug it in again or choose another", cause);
    }

    /** A line that was started. Java Sound tells of a device that was unplugged only by silence on the line. */
    private record Line(TargetDataLine line, SoundFormat format, String name) implements Microphone.Open {
        private static final long LOOK_NANOS = 5_000_000;
        /** A device that is there gives samples all the time. */
        private static final Duration GONE_AFTER = Duration.ofSeconds(1);

        @Override
        public int read(byte[] into, Duration patience) throws SoundException {
            long begun = System.nanoTime();
            int ready = ready(into.length);
            while (ready == 0) {
                long waited = System.nanoTime() - begun;
                if (!line.isOpen() || waited > GONE_AFTER.toNanos()) {
                    throw gone(name, new IllegalStateException("no samples"));
                }
                LockSupport.parkNanos(LOOK_NANOS);
                ready = ready(into.length);
            }
            int count = line.read(into, 0, ready);
            if (count <= 0) {
                throw gone(name, new IllegalStateException("read " + count));
            }
            return count;
        }

        private int ready(int most) {
            int bytes = Math.min(most, line.available());
            return bytes - bytes % format.frameBytes();
        }

        @Override
        public void close() {
            line.stop();
            line.close();
        }
    }
}
