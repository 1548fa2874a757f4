package org.candela.dictation.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.jspecify.annotations.Nullable;

/** A sound file as speech engines take it. */
public final class SoundFile {
    /** An hour of the widest sound that is read. */
    private static final long LARGEST = 1_500_000_000L;
    /** What engines are given at most: 30 minutes, 58 MB. */
    private static final int LONGEST_SAMPLES = 30 * 60 * Pcm.SAMPLE_RATE_HZ;

    private static final int SIXTEEN = 16;
    private static final int BLOCK_FRAMES = 8192;
    private static final float LOWEST_RATE = 4_000;
    private static final float HIGHEST_RATE = 384_000;
    private static final int MOST_CHANNELS = 8;

    private SoundFile() {}

    /**
     * Reads a WAV, AIFF or AU file of any rate and number of channels: channels are averaged, the rate is converted.
     *
     * @throws SpeechException naming the file and what to do
     */
    // [impl->req~dictation.sound-file~1]
    public static Pcm read(Path file) throws SpeechException {
        if (!Files.isRegularFile(file)) {
            throw bad(file, "no such file", null);
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            if (Files.size(file) > LARGEST) {
                throw bad(file, "larger than 1.5 GB; cut it first", null);
            }
            AudioFormat format = in.getFormat();
            if (!isSound(format)) {
                throw bad(file, format + " is no format of speech; save it as 16 bit PCM", null);
            }
            AudioFormat plain = new AudioFormat(
                    Encoding.PCM_SIGNED,
                    format.getSampleRate(),
                    SIXTEEN,
                    format.getChannels(),
                    2 * format.getChannels(),
                    format.getSampleRate(),
                    false);
            if (!AudioSystem.isConversionSupported(plain, format)) {
                throw bad(file, format + " cannot be converted; save it as 16 bit PCM", null);
            }
            try (AudioInputStream decoded = AudioSystem.getAudioInputStream(plain, in)) {
                return converted(file, decoded, plain);
            }
        } catch (UnsupportedAudioFileException e) {
            throw bad(file, "no WAV, AIFF or AU; convert it (sox in.mp3 -r 16000 -c 1 -b 16 out.wav)", e);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            // Java Sound divides by fields of headers
            throw bad(file, "cannot be read to its end", e);
        }
    }

    private static boolean isSound(AudioFormat format) {
        return format.getSampleRate() >= LOWEST_RATE
                && format.getSampleRate() <= HIGHEST_RATE
                && format.getChannels() >= 1
                && format.getChannels() <= MOST_CHANNELS;
    }

    private static Pcm converted(Path file, AudioInputStream decoded, AudioFormat format)
            throws IOException, SpeechException {
        long most = Math.round((double) LONGEST_SAMPLES * format.getSampleRate() / Pcm.SAMPLE_RATE_HZ)
                * format.getFrameSize();
        byte[] bytes = readUpTo(decoded, most + 1);
        if (bytes.length > most) {
            throw bad(file, "longer than 30 minutes; cut it first", null);
        }
        short[] mono = mono(Pcm.ofBytes(bytes).samples(), format.getChannels());
        if (mono.length == 0) {
            throw bad(file, "holds no sound", null);
        }
        return Pcm.of(Resampling.to16kHz(mono, format.getSampleRate()));
    }

    /** The stream's own readNBytes never ends where Java Sound reads 0 bytes of a header's nonsense again and again. */
    private static byte[] readUpTo(AudioInputStream in, long most) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] block = new byte[in.getFormat().getFrameSize() * BLOCK_FRAMES];
        int count = in.read(block);
        while (count > 0 && read.size() < most) {
            read.write(block, 0, count);
            count = in.read(block);
        }
        return read.toByteArray();
    }

    private static short[] mono(short[] samples, int channels) {
        short[] mono = new short[samples.length / channels];
        for (int frame = 0; frame < mono.length; frame++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += samples[frame * channels + channel];
            }
            mono[frame] = (short) (sum / channels);
        }
        return mono;
    }

    private static SpeechException bad(Path file, String what, @Nullable Throwable cause) {
        String message = file + ": " + what;
        return cause == null
                ? new SpeechException("speech.bad-sound", message)
                : new SpeechException("speech.bad-sound", message, cause);
    }
}
