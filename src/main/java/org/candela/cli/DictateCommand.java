package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.engine.EnergyVoiceDetector;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.engine.Listening;
import org.candela.dictation.engine.PauseCutter;
import org.candela.dictation.engine.SoundFile;
import org.candela.report.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela dictate FILE}: what is said in a sound file. */
// [impl->req~cli.dictate~1]
@Command(
        name = "dictate",
        description = "Writes what is said in a sound file, without a network.",
        footer = {
            "",
            "Without --engine the engine hears that candela dictation engine names, with your vocabulary;",
            "at first the built-in one: English, words of radiology reports.",
            "Other engines need a model of yours: scripts/speech-model fetches one.",
            "",
            "  candela dictate sentence.wav",
            "  candela dictate sentence.wav --words --engine vosk:/home/me/vosk-model-en-us-0.22",
            "",
            "Exit code: 0 words were heard, 1 nothing was, 2 bad input, 130 cancelled."
        },
        mixinStandardHelpOptions = true)
public final class DictateCommand implements Callable<Integer> {
    private static final int CANCELLED = 130;

    private final Engines engines;
    private final Supplier<Interruption> interruptions;

    @Parameters(paramLabel = "FILE", description = "WAV, AIFF or AU of any rate.")
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private Path file;

    @Option(names = "--words", description = "Each word with its time in s and confidence, as spoken.")
    private boolean words;

    @Option(names = "--spoken", description = "The words as spoken: six millimeters, not 6 mm.")
    private boolean spoken;

    @Option(names = "--engine", paramLabel = "ENGINE", description = "sphinx, vosk:FOLDER or whisper:FILE.")
    private @Nullable String engine;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private Output output;

    /** The engines of this machine. */
    @FunctionalInterface
    public interface Engines {
        /** The one of these words; without words the one that the settings name. */
        SpeechEngine engine(@Nullable EngineChoice choice) throws CandelaException;
    }

    public DictateCommand(Engines engines, Supplier<Interruption> interruptions) {
        this.engines = engines;
        this.interruptions = interruptions;
    }

    @Override
    public Integer call() throws CandelaException {
        Pcm sound = SoundFile.read(file);
        SpeechEngine chosen = engines.engine(engine == null ? null : EngineChoice.read(engine));
        try (Transcriber transcriber =
                        chosen.open().orElseThrow(() -> new CandelaException("cli.no-engine", chosen.standing()));
                Interruption heard = interruptions.get()) {
            List<SpokenWord> all = new ArrayList<>();
            StringBuilder written = new StringBuilder();
            for (PauseCutter.Piece piece : PauseCutter.cut(sound, new EnergyVoiceDetector())) {
                List<SpokenWord> said = Listening.to(piece.sound(), transcriber, heard.cancellation())
                        .words();
                written.append(
                        Wording.standard().write(said, written.toString()).text());
                said.forEach(word -> all.add(later(word, piece.start())));
            }
            print(chosen, all, written.toString().strip());
            return all.isEmpty() ? Candela.NO : 0;
        } catch (CancellationException e) {
            output.error("candela: cancelled");
            return CANCELLED;
        }
    }

    private static SpokenWord later(SpokenWord word, Duration by) {
        return new SpokenWord(
                word.text(),
                word.confidence(),
                word.start().plus(by),
                word.end().plus(by));
    }

    private void print(SpeechEngine by, List<SpokenWord> all, String written) {
        String asSpoken = all.stream().map(SpokenWord::text).collect(Collectors.joining(" "));
        ArrayNode each = JsonNodeFactory.instance.arrayNode();
        all.forEach(word -> each.add(json(word)));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("engine", by.id()).put("text", written).put("spoken", asSpoken).set("words", each);
        if (all.isEmpty() && !output.isJson()) {
            output.error("candela: " + file + ": no words were heard");
        } else if (words) {
            output.print(
                    json, all.stream().map(DictateCommand::line).collect(Collectors.joining(System.lineSeparator())));
        } else {
            output.print(json, spoken ? asSpoken : written);
        }
    }

    private static ObjectNode json(SpokenWord word) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("word", word.text())
                .put("from", seconds(word.start()))
                .put("to", seconds(word.end()))
                .put("confidence", Math.round(word.confidence() * 100) / 100.0);
    }

    private static String line(SpokenWord word) {
        return String.format(
                Locale.ROOT,
                "%7.2f %7.2f  %.2f  %s",
                seconds(word.start()),
                seconds(word.end()),
                word.confidence(),
                word.text());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
