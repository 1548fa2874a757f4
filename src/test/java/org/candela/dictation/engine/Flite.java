package org.candela.dictation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;

/** Test speech by Debian's flite: a synthesiser, so that what is measured with it says nothing of a person's voice. */
public final class Flite {
    /** A woman and two men, one of them a Scot. */
    public static final List<String> VOICES = List.of("slt", "rms", "awb");

    private static final Path PROGRAM = Path.of("/usr/bin/flite");

    private Flite() {}

    /** Skips the test where flite is not installed. */
    public static void needed() {
        assumeTrue(Files.isExecutable(PROGRAM), "flite is not installed; scripts/test installs it");
    }

    /** A WAV file of {@code text}, as flite writes it. */
    public static Path file(Path folder, String voice, String text) throws IOException {
        Path file = Files.createTempFile(folder, voice, ".wav");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-voice", voice, "-t", text, "-o", file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "flite hangs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
        assertEquals(0, process.exitValue());
        return file;
    }

    /** The sound of {@code text} with 300 ms of silence before and 400 ms after it. */
    public static Pcm say(Path folder, String voice, String text) throws IOException, SpeechException {
        short[] spoken = SoundFile.read(file(folder, voice, text)).samples();
        int before = Pcm.SAMPLE_RATE_HZ * 3 / 10;
        short[] padded = new short[before + spoken.length + Pcm.SAMPLE_RATE_HZ * 4 / 10];
        System.arraycopy(spoken, 0, padded, before, spoken.length);
        return Pcm.of(padded);
    }

    /** The sixty sentences. */
    public static List<String> sentences() throws IOException {
        try (var in = Flite.class.getResourceAsStream("/org/candela/dictation/sentences.txt")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
