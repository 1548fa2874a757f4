package org.candela.dictation.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;

/** What somebody says in one go, with pauses in a room that is never quite silent, as a WAV file. By flite. */
public final class SpokenWav {
    /** Of the noise of the room, in steps of 16 bit: 60 dB below a loud voice. */
    private static final int NOISE = 16;

    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private final Random room = new Random(20_261_129);
    private final Path folder;
    private final String voice;

    public SpokenWav(Path folder, String voice) {
        this.folder = folder;
        this.voice = voice;
        pause(Duration.ofMillis(500));
    }

    /** One utterance and the pause behind it. */
    public SpokenWav say(String text, Duration pause) throws IOException, SpeechException {
        add(SoundFile.read(Flite.file(folder, voice, text)).samples());
        pause(pause);
        return this;
    }

    private void pause(Duration pause) {
        add(new short[(int) (pause.toMillis() * Pcm.SAMPLE_RATE_HZ / 1000)]);
    }

    private void add(short[] samples) {
        short[] heard = samples.clone();
        for (int at = 0; at < heard.length; at++) {
            heard[at] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, heard[at] + noise()));
        }
        sound.writeBytes(Pcm.of(heard).bytes());
    }

    private int noise() {
        return room.nextInt(2 * NOISE + 1) - NOISE;
    }

    /** 16 bit, 16 kHz, mono. */
    public Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = sound.toByteArray();
        AudioFormat format = new AudioFormat(Pcm.SAMPLE_RATE_HZ, 16, 1, true, false);
        try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
