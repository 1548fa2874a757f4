package org.candela.dictation.engine.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;

/**
 * Vosk with the model in a folder. Nothing is loaded before a transcriber is opened; the model then lies outside the heap, a
 * small one about 150 MB, a large one several GB.
 */
// [impl->req~dictation.vosk~1]
public final class VoskEngine implements SpeechEngine {
    /** Where models have their sounds: newer ones in a folder, older ones beside all else. */
    private static final List<String> SOUNDS = List.of("am/final.mdl", "final.mdl");

    private static final String WHAT_TO_DO =
            "; choose the unpacked folder of a Vosk model (scripts/speech-model fetches one), or the built-in engine";

    private final Path folder;

    public VoskEngine(Path folder) {
        this.folder = folder;
    }

    @Override
    public String id() {
        return "vosk-" + folder.getFileName();
    }

    @Override
    public String standing() {
        return lack().map(lack -> "Vosk: " + lack + WHAT_TO_DO).orElse("Vosk with " + folder.getFileName());
    }

    /** What keeps the folder from being a model; it is asked before the native library, which prints and gives up. */
    private Optional<String> lack() {
        if (!Files.isDirectory(folder)) {
            return Optional.of(folder + " is no folder");
        }
        boolean hasSounds = SOUNDS.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
        return hasSounds ? Optional.empty() : Optional.of(folder + " holds no model (am/final.mdl is missing)");
    }

    @Override
    public Optional<Transcriber> open() throws SpeechException {
        if (lack().isPresent()) {
            return Optional.empty();
        }
        try {
            LibVosk.setLogLevel(LogLevel.WARNINGS);
            return Optional.of(new VoskTranscriber(new Model(folder.toString())));
        } catch (IOException e) {
            throw new SpeechException("speech.bad-model", "Vosk cannot read the model in " + folder + WHAT_TO_DO, e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new SpeechException(
                    "speech.no-library",
                    "Vosk has no library for this machine (it has Linux, Windows and macOS on x86-64); use the built-in"
                            + " engine",
                    e);
        }
    }
}
