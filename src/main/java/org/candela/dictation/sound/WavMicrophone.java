package org.candela.dictation.sound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A microphone that hears files: simulated, for tests, demonstrations and journeys by voice alone. Each time the reader begins to
 * speak the next file is played, then it is silent; after the last one it begins anew.
 */
// [impl->req~dictation.wav-microphone~1]
public final class WavMicrophone implements Microphone {
    private static final long SILENCE_NANOS = 500_000;

    private final List<Path> files;
    private final Pace pace;

    /** How fast it is heard. */
    public enum Pace {
        /** As a person speaks. */
        REAL_TIME,
        /** As fast as it is read, for tests. */
        AT_ONCE
    }

    /** @param files at least one, all of one rate and number of channels */
    public WavMicrophone(List<Path> files, Pace pace) {
        this.files = List.copyOf(files);
        this.pace = pace;
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a simulated microphone needs a file");
        }
    }

    @Override
    public String name() {
        return "simulated: " + files.get(0).getFileName();
    }

    @Override
    public boolean isSimulated() {
        return true;
    }

    @Override
    public Open open() throws SoundException {
        List<WavFiles.Wave> waves = new ArrayList<>();
        for (Path file : files) {
            waves.add(WavFiles.read(file));
        }
        SoundFormat format = waves.get(0).format();
        if (!waves.stream().allMatch(wave -> wave.format().equals(format))) {
            throw new SoundException("sound.file", files.get(0) + " and those after it: not of one rate");
        }
        return new Playing(waves, format, pace);
    }

    /** What is played. */
    private static final class Playing implements Open {
        private final List<WavFiles.Wave> waves;
        private final SoundFormat format;
        private final Pace pace;
        private final long begun = System.nanoTime();
        private long given;
        private int next;
        private byte[] playing = new byte[0];
        private int position;
        private boolean isBegun;

        Playing(List<WavFiles.Wave> waves, SoundFormat format, Pace pace) {
            this.waves = waves;
            this.format = format;
            this.pace = pace;
        }

        @Override
        public SoundFormat format() {
            return format;
        }

        /** Told until the first frame is kept; one beginning plays one file. */
        @Override
        public void began() {
            boolean isTold = isBegun && position == 0;
            if (!isTold) {
                isBegun = true;
                playing = waves.get(next % waves.size()).bytes();
                next++;
                position = 0;
            }
        }

        @Override
        public int read(byte[] into, Duration patience) {
            if (pace == Pace.REAL_TIME) {
                long bytesASecond = (long) format.rateHz() * format.frameBytes();
                long due = begun + (given + into.length) * 1_000_000_000L / bytesASecond;
                for (long left = due - System.nanoTime();
                        left > 0 && !Thread.currentThread().isInterrupted();
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
            int count = Math.min(into.length, playing.length - position);
            if (count == 0 && pace == Pace.AT_ONCE) {
                LockSupport.parkNanos(SILENCE_NANOS); // silence without end is no work for a processor
            }
            System.arraycopy(playing, position, into, 0, count);
            Arrays.fill(into, count, into.length, (byte) 0);
            position += count;
            given += into.length;
            return into.length;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
