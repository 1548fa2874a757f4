package org.candela.dictation.sound;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.candela.dictation.Pcm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loudspeaker the system has chosen. Untried on hardware. */
public final class JavaSoundPlayer implements SoundPlayer {
    private static final Logger LOG = LoggerFactory.getLogger(JavaSoundPlayer.class);
    private static final AudioFormat FORMAT = JavaSound.line(new SoundFormat(Pcm.SAMPLE_RATE_HZ, 1));
    /** A tenth of a second, after which it looks whether it was stopped. */
    private static final int PIECE = Pcm.SAMPLE_RATE_HZ / 10 * Short.BYTES;

    private final Executor thread;
    private final AtomicLong generation = new AtomicLong();

    /** @param thread which may wait as long as something plays */
    public JavaSoundPlayer(Executor thread) {
        this.thread = thread;
    }

    @Override
    public void play(Pcm sound) {
        long mine = generation.incrementAndGet();
        thread.execute(() -> sound(sound.bytes(), mine));
    }

    @Override
    public void stop() {
        generation.incrementAndGet();
    }

    private void sound(byte[] bytes, long mine) {
        DataLine.Info info = new DataLine.Info(SourceDataLine.class, FORMAT);
        if (!AudioSystem.isLineSupported(info)) {
            LOG.warn("there is no loudspeaker to hear a word again by [sound.none]");
            return;
        }
        try (SourceDataLine line = (SourceDataLine) AudioSystem.getLine(info)) {
            line.open(FORMAT);
            line.start();
            for (int at = 0; at < bytes.length && generation.get() == mine; at += PIECE) {
                int unused = line.write(bytes, at, Math.min(PIECE, bytes.length - at));
            }
            if (generation.get() == mine) {
                line.drain();
            }
        } catch (LineUnavailableException e) {
            LOG.warn("the loudspeaker is in use by another program [sound.busy]", e);
        }
    }
}
