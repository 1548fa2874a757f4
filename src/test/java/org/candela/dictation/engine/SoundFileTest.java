package org.candela.dictation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundFileTest {
    private static final double AMPLITUDE = 10_000;

    @TempDir
    private Path folder;

    // [utest->req~dictation.sound-file~1]
    @ParameterizedTest
    @CsvSource({"16000, 1", "8000, 1", "44100, 2", "48000, 1", "22050, 2"})
    void aToneKeepsItsPitchAndLoudnessFromAnyRate(float rate, int channels) throws IOException, SpeechException {
        Path file = tone(rate, channels, 1000);

        Pcm sound = SoundFile.read(file);

        assertEquals(1000.0, (double) sound.duration().toMillis(), 2);
        assertEquals(AMPLITUDE, amplitude(sound, 1000), AMPLITUDE * 0.02);
    }

    @Test
    void whatLiesAboveEightKilohertzIsNotFoldedIntoSpeech() throws IOException, SpeechException {
        Pcm sound = SoundFile.read(tone(48_000, 1, 12_000));

        // 12 kHz at 16 kHz would be heard at 4 kHz; -40 dB is what is asked
        assertTrue(amplitude(sound, 4_000) < AMPLITUDE / 100, amplitude(sound, 4_000) + "");
    }

    @Test
    void whatIsNoSoundFileIsNamedWithWhatToDo() throws IOException {
        Path text = Files.writeString(folder.resolve("report.wav"), "Lungs are clear.");

        SpeechException refused = assertThrows(SpeechException.class, () -> SoundFile.read(text));

        assertEquals(
                text + ": no WAV, AIFF or AU; convert it (sox in.mp3 -r 16000 -c 1 -b 16 out.wav)",
                refused.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path none = folder.resolve("none.wav");

        assertEquals(
                none + ": no such file",
                assertThrows(SpeechException.class, () -> SoundFile.read(none)).getMessage());
    }

    @Test
    void aFileThatIsCutOffGivesWhatIsThere() throws IOException, SpeechException {
        byte[] whole = Files.readAllBytes(tone(16_000, 1, 500));
        Path cut = Files.write(folder.resolve("cut.wav"), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertEquals(500.0, (double) SoundFile.read(cut).duration().toMillis(), 5);
    }

    @Test
    void aHeaderOfNonsenseIsAnErrorNotAFault() throws IOException {
        byte[] header = Files.readAllBytes(tone(16_000, 1, 500));
        for (int at = 12; at < 44; at++) {
            for (byte value : new byte[] {0, (byte) 0xFF, 0x7F}) {
                byte[] changed = header.clone();
                changed[at] = value;
                Path file = Files.write(folder.resolve("changed.wav"), changed);
                try {
                    assertTrue(SoundFile.read(file).length() > 0);
                } catch (SpeechException e) {
                    assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e.toString());
                }
            }
        }
    }

    private Path tone(float rate, int channels, double hertz) throws IOException {
        int frames = Math.round(rate);
        ByteBuffer bytes = ByteBuffer.allocate(2 * channels * frames).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < channels; channel++) {
                bytes.putShort((short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hertz * frame / rate)));
            }
        }
        Path file = folder.resolve(rate + "-" + channels + "-" + hertz + ".wav");
        AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, frames),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    /** How loud one tone is, by one bin of a Fourier transform. */
    private static double amplitude(Pcm sound, double hertz) {
        short[] samples = sound.samples();
        double cosine = 0;
        double sine = 0;
        for (int at = 0; at < samples.length; at++) {
            double angle = 2 * Math.PI * hertz * at / Pcm.SAMPLE_RATE_HZ;
            cosine += samples[at] * Math.cos(angle);
            sine += samples[at] * Math.sin(angle);
        }
        return 2 * Math.hypot(cosine, sine) / samples.length;
    }
}
