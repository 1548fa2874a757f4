package org.candela.dictation.sound;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.candela.dictation.Pcm;
import org.candela.dictation.VoiceDetector;

/** A microphone that hears what a test feeds it, and can be unplugged. */
public final class FedMicrophone implements Microphone {
    private final LinkedBlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
    private volatile boolean isUnplugged;

    /** Frames of 20 ms whose samples are all {@code value}. */
    public void feed(int frames, int value) {
        short[] frame = new short[VoiceDetector.FRAME];
        java.util.Arrays.fill(frame, (short) value);
        for (int i = 0; i < frames; i++) {
            heard.add(Pcm.of(frame).bytes());
        }
    }

    public void unplug() {
        isUnplugged = true;
    }

    public void plugIn() {
        isUnplugged = false;
    }

    @Override
    public String name() {
        return "fed";
    }

    @Override
    public Open open() throws SoundException {
        look();
        return new Open() {
            @Override
            public SoundFormat format() {
                return new SoundFormat(Pcm.SAMPLE_RATE_HZ, 1);
            }

            @Override
            public int read(byte[] into, Duration patience) throws SoundException {
                try {
                    byte[] next = heard.poll(5, TimeUnit.MILLISECONDS);
                    if (next == null) {
                        look();
                        return 0;
                    }
                    System.arraycopy(next, 0, into, 0, next.length);
                    return next.length;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return 0;
                }
            }

            @Override
            public void close() {}
        };
    }

    private void look() throws SoundException {
        if (isUnplugged) {
            throw new SoundException("sound.gone", "the microphone fed is gone: plug it in again or choose another");
        }
    }
}
