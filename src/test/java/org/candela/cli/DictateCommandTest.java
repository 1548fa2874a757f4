package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.candela.base.Cancellation;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With an engine that hears the same whatever is said; the built-in one is heard in its own room's tests. */
class DictateCommandTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.dictate~1]
    @Test
    void writesWhatWasHeardAsReportsHaveIt() throws IOException {
        CommandRun run = dictate(tone().toString());

        assertEquals(0, run.exit(), run.err());
        assertEquals("No effusion.", run.out().strip());
    }

    @Test
    void eachWordHasItsTimeInTheFileAndItsConfidence() throws IOException {
        CommandRun run = dictate(tone().toString(), "--words");

        // the tone begins after a second; the utterance 300 ms before it or less
        List<String> lines = run.out().lines().toList();
        assertEquals(3, lines.size(), run.out());
        assertTrue(lines.get(0).matches(" +0\\.[67]\\d +0\\.[89]\\d  0\\.90  no"), run.out());
        assertTrue(dictate(tone().toString(), "--json").out().contains("\"engine\" : \"same\""));
    }

    @Test
    void silenceIsNoAndTold() throws IOException {
        Path silent = wav(new short[32_000]);

        CommandRun run = dictate(silent.toString());

        assertEquals(1, run.exit());
        assertEquals("candela: " + silent + ": no words were heard", run.err().strip());
    }

    @Test
    void whatIsNoSoundFileIsBadInput() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "text");

        CommandRun run = dictate(text.toString());

        assertEquals(2, run.exit());
        assertTrue(run.err().startsWith("candela: " + text + ": no WAV, AIFF or AU"), run.err());
    }

    @Test
    void anEngineWithoutAModelSaysWhatToDo() throws IOException {
        CommandRun run = run(SpeechEngine.NONE, tone().toString());

        assertEquals(2, run.exit());
        assertEquals("candela: no engine installed; type", run.err().strip());
    }

    @Test
    void anUnknownEngineIsRefused() throws IOException {
        CommandRun run = dictate(tone().toString(), "--engine", "dragon");

        assertEquals(2, run.exit());
        assertEquals(
                "candela: \"dragon\" is no engine; say sphinx, vosk:FOLDER or whisper:FILE",
                run.err().strip());
    }

    private CommandRun dictate(String... args) {
        return run(new Same(), args);
    }

    private static CommandRun run(SpeechEngine engine, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Interruption never = new Interruption() {
            @Override
            public Cancellation cancellation() {
                return new Cancellation();
            }

            @Override
            public void close() {
                // nobody listens
            }
        };
        CommandLine line = Candela.commandLine(() -> 0, List.of(new DictateCommand(choice -> engine, () -> never)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] words = new String[args.length + 1];
        words[0] = "dictate";
        System.arraycopy(args, 0, words, 1, args.length);
        int exit = line.execute(words);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** A second of silence, one of a tone, one of silence. */
    private Path tone() throws IOException {
        short[] samples = new short[48_000];
        for (int at = 16_000; at < 32_000; at++) {
            samples[at] = (short) Math.round(8000 * Math.sin(2 * Math.PI * 500 * at / 16_000));
        }
        return wav(samples);
    }

    private Path wav(short[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        Path file = folder.resolve("sound.wav");
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(bytes.array()),
                        new AudioFormat(16_000, 16, 1, true, false),
                        samples.length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    /** Hears "no effusion period" in every utterance. */
    private static final class Same implements SpeechEngine, Transcriber {
        private UUID utterance = new UUID(0, 0);
        private TranscriptListener listener = new TranscriptListener() {
            @Override
            public void partial(UUID heard, Transcript soFar) {}

            @Override
            public void said(UUID heard, Transcript words) {}
        };

        @Override
        public String id() {
            return "same";
        }

        @Override
        public String standing() {
            return "hears the same";
        }

        @Override
        public Optional<Transcriber> open() {
            return Optional.of(this);
        }

        @Override
        public void start(UUID heard, TranscriptListener told) {
            utterance = heard;
            listener = told;
        }

        @Override
        public void accept(short[] samples) {}

        @Override
        public void finish() {
            listener.said(
                    utterance,
                    new Transcript(List.of(word("no", 0, 200), word("effusion", 200, 700), word("period", 700, 900))));
        }

        private static SpokenWord word(String text, int from, int to) {
            return new SpokenWord(text, 0.9, Duration.ofMillis(from), Duration.ofMillis(to));
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
