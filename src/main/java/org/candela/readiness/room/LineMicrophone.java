package org.candela.readiness.room;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** A microphone through {@code javax.sound}: 48 kHz, 16 bits, one channel. Blocks at most a second for each read. */
// [impl->req~readiness.noise~1]
public final class LineMicrophone implements Microphone {
    private static final float RATE = 48_000;
    private static final int BYTES = 2;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 8 * BYTES, 1, true, false);
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long NAP_NANOS = 5_000_000L;

    private final String name;
    private final TargetDataLine line;
    private byte[] bytes = new byte[0];

    private LineMicrophone(String name, TargetDataLine line) {
        this.name = name;
        this.line = line;
    }

    /** Names of the microphones that the system lists. */
    public static List<String> names() {
        return mixers().map(Mixer.Info::getName).toList();
    }

    private static java.util.stream.Stream<Mixer.Info> mixers() {
        DataLine.Info wanted = new DataLine.Info(TargetDataLine.class, FORMAT);
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(info -> AudioSystem.getMixer(info).isLineSupported(wanted));
    }

    /**
     * Opens the first microphone whose name holds {@code wanted}; the system's own choice where that is blank.
     *
     * @throws SoundException {@code readiness.no-microphone} when there is none
     */
    public static LineMicrophone open(String wanted) throws SoundException {
        Mixer.Info found = mixers().filter(info -> info.getName().contains(wanted))
                .findFirst()
                .orElseThrow(() -> new SoundException(
                        "readiness.no-microphone",
                        wanted.isBlank()
                                ? "this system lists no microphone; plug one in, or enter what a sound level meter reads"
                                : "no microphone is called \"" + wanted + "\"; there are: " + names()));
        try {
            TargetDataLine line = (TargetDataLine)
                    AudioSystem.getMixer(found).getLine(new DataLine.Info(TargetDataLine.class, FORMAT));
            line.open(FORMAT);
            line.start();
            return new LineMicrophone(found.getName(), line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new SoundException(
                    "readiness.microphone-busy",
                    found.getName() + " cannot be opened (" + e.getMessage() + "); end what else listens to it",
                    e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double sampleRate() {
        return RATE;
    }

    @Override
    public int read(double[] samples) throws SoundException {
        int most = Math.min(samples.length * BYTES, awaitBytes() / BYTES * BYTES);
        if (bytes.length < most) {
            bytes = new byte[most];
        }
        int count = line.read(bytes, 0, most) / BYTES;
        for (int i = 0; i < count; i++) {
            samples[i] = ((bytes[2 * i + 1] << 8) | (bytes[2 * i] & 0xFF)) / 32768.0;
        }
        return count;
    }

    /** Asking for more than is there would block for as long as the device likes. */
    private int awaitBytes() throws SoundException {
        long start = System.nanoTime();
        while (line.available() < BYTES) {
            if (System.nanoTime() - start > PATIENCE_NANOS || !line.isOpen()) {
                throw new SoundException(
                        "readiness.microphone-quiet", name + " sends nothing; plug it in again, then measure again");
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
        return line.available();
    }

    @Override
    public void close() {
        line.stop();
        line.close();
    }
}
