package org.candela.dictation.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.candela.dictation.SpeechException;
import org.jspecify.annotations.Nullable;

/**
 * Which engine hears, and where its model is.
 *
 * @param model the folder or file the reader chose; null for the engine that needs none
 */
// [impl->req~dictation.engine-choice~1]
public record EngineChoice(Kind kind, @Nullable Path model) {
    /** The engine that is always there. */
    public static final EngineChoice BUILT_IN = new EngineChoice(Kind.SPHINX, null);

    /** The engines. */
    public enum Kind {
        /** Built in. */
        SPHINX,
        /** Vosk by a model folder. */
        VOSK,
        /** Built in while one speaks, whisper.cpp by a model file for the words that stay. */
        WHISPER
    }

    /**
     * Reads {@code sphinx}, {@code vosk:FOLDER} or {@code whisper:FILE}; empty text is the built-in engine.
     *
     * @throws SpeechException saying how it is written
     */
    public static EngineChoice read(String text) throws SpeechException {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        String name = (colon < 0 ? trimmed : trimmed.substring(0, colon)).toLowerCase(Locale.ROOT);
        String path = colon < 0 ? "" : trimmed.substring(colon + 1).strip();
        if (name.isEmpty() || (name.equals("sphinx") && path.isEmpty())) {
            return BUILT_IN;
        }
        for (Kind kind : new Kind[] {Kind.VOSK, Kind.WHISPER}) {
            if (name.equals(kind.name().toLowerCase(Locale.ROOT)) && !path.isEmpty()) {
                return new EngineChoice(kind, Path.of(path));
            }
        }
        throw new SpeechException(
                "speech.bad-engine", "\"" + trimmed + "\" is no engine; say sphinx, vosk:FOLDER or whisper:FILE");
    }

    /** The model, where the engine has one. */
    public Optional<Path> modelPath() {
        return Optional.ofNullable(model);
    }
}
