package org.candela.dictation.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound in WAV files: signed 16 bit, any usual rate, mono or more. Blocks on the disk. */
public final class WavFiles {
    private static final long MOST_BYTES = 64L << 20;
    private static final int BITS = 16;

    private WavFiles() {}

    /**
     * What a file holds.
     *
     * @param bytes samples as the format says
     */
    record Wave(SoundFormat format, byte[] bytes) {}

    static Wave read(Path file) throws SoundException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SoundException("sound.file", file + ": longer than can be played as a microphone");
            }
            try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
                AudioFormat format = in.getFormat();
                boolean isPlain = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                        && format.getSampleSizeInBits() == BITS
                        && !format.isBigEndian();
                if (!isPlain) {
                    throw new SoundException(
                            "sound.file", file + ": not signed 16 bit; convert it by: sox IN -b 16 OUT");
                }
                return new Wave(
                        new SoundFormat(Math.round(format.getSampleRate()), format.getChannels()), in.readAllBytes());
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new SoundException("sound.file", file + ": no WAV file that can be read", e);
        } catch (IOException e) {
            throw new SoundException("sound.file", file + ": cannot be read", e);
        }
    }
}
