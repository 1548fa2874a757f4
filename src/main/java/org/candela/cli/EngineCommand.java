package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candela dictation engine}: which engine hears the reader. */
// [impl->req~cli.vocabulary~1]
@Command(
        name = "engine",
        description = "Which speech engine hears you; without ENGINE it is told.",
        footer = {
            "",
            "sphinx is built in. vosk:FOLDER and whisper:FILE need a model of yours: scripts/speech-model fetches one.",
            "The room takes it when it opens next; candela dictate at once."
        },
        mixinStandardHelpOptions = true)
final class EngineCommand implements Callable<Integer> {
    private final DeskText desk;
    private final Clock clock;
    private final Supplier<String> reader;

    @Parameters(paramLabel = "ENGINE", arity = "0..1", description = "sphinx, vosk:FOLDER or whisper:FILE.")
    private @Nullable String engine;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private Output output;

    EngineCommand(StorePlace store, Clock clock, Supplier<String> reader) {
        this.desk = new DeskText(store, clock);
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public Integer call() throws CandelaException {
        String wanted = engine;
        EngineChoice now = desk.open(store -> {
            Vocabulary vocabulary = new Vocabulary(store, clock, reader.get());
            if (wanted != null) {
                requireModel(EngineChoice.read(wanted));
                vocabulary.choose(wanted);
            }
            return vocabulary.engine();
        });
        String kind = now.kind().name().toLowerCase(Locale.ROOT);
        String text = now.modelPath().map(model -> kind + ":" + model).orElse(kind);
        output.print(JsonNodeFactory.instance.objectNode().put("engine", text), text);
        return 0;
    }

    private static void requireModel(EngineChoice choice) throws CandelaException {
        boolean isThere = choice.modelPath().map(Files::exists).orElse(true);
        if (!isThere) {
            throw new CandelaException(
                    "cli.no-model",
                    choice.modelPath().orElseThrow() + " is not there; scripts/speech-model fetches one");
        }
    }
}
