package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.vocabulary.ProposedWord;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela dictation vocabulary}: words that the built-in engine knows beside its own. */
// [impl->req~cli.vocabulary~1]
@Command(
        name = "vocabulary",
        description = "Your words, which the built-in engine hears beside those of its own.",
        footer = {
            "",
            "Names of facilities and of doctors who refer or order are known without being added.",
            "  candela dictation vocabulary add Gadavist --sounds-like \"gad a vist\""
        },
        mixinStandardHelpOptions = true)
final class VocabularyCommand implements Runnable {
    private static final String WHEN = ", heard from the next opening of the engine on";

    private final DeskText desk;
    private final Clock clock;
    private final Supplier<String> reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    VocabularyCommand(StorePlace store, Clock clock, Supplier<String> reader) {
        this.desk = new DeskText(store, clock);
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which of list, proposals, add, remove? See candela dictation vocabulary --help.");
    }

    /** One line a word. */
    @Command(name = "list", description = "Your words, by the alphabet.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        return desk.list(output, store -> vocabulary(store).words().stream()
                .map(word -> new DeskText.Line(text(word), json(word)))
                .toList());
    }

    /** One line a word that is offered. */
    @Command(
            name = "proposals",
            description = "Words that stand in reports you signed in place of what was heard; add or remove them.",
            mixinStandardHelpOptions = true)
    int proposals(@Mixin Output output) throws CandelaException {
        return desk.list(output, store -> vocabulary(store).proposals().stream()
                .map(VocabularyCommand::line)
                .toList());
    }

    private static DeskText.Line line(ProposedWord proposed) {
        String times = proposed.times() == 1 ? "1 report" : proposed.times() + " reports";
        return new DeskText.Line(
                text(proposed.word()) + ", in " + times, json(proposed.word()).put("reports", proposed.times()));
    }

    /** Adds one. */
    @Command(name = "add", description = "Adds a word, or says anew how it sounds.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "WORD", description = "One word, as it is to be written.") String word,
            @Option(
                            names = "--sounds-like",
                            paramLabel = "WORDS",
                            defaultValue = "",
                            description = "How it sounds, in common words; else as its letters say.")
                    String soundsLike,
            @Option(
                            names = "--kind",
                            defaultValue = "term",
                            description = "term, person or facility: behind which words it is expected.")
                    String kind,
            @Mixin Output output)
            throws CandelaException {
        AddedWord added = word(word, soundsLike, kind);
        desk.open(store -> {
            vocabulary(store).add(added);
            return added;
        });
        output.print(json(added), text(added) + WHEN);
        return 0;
    }

    private AddedWord word(String word, String soundsLike, String kind) {
        try {
            return new AddedWord(word, soundsLike, Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "A word is one word, its kind term, person or facility.", e);
        }
    }

    /** Takes one away. */
    @Command(
            name = "remove",
            description = "Takes a word of yours away, or a proposal, which is not offered again.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "WORD", description = "As listed.") String word, @Mixin Output output)
            throws CandelaException {
        boolean isGone = desk.open(
                store -> vocabulary(store).drop(word) || vocabulary(store).decline(word));
        if (!isGone) {
            throw new CandelaException(
                    "cli.no-word", word + " is no word of yours; see candela dictation vocabulary list");
        }
        return desk.tell(output, new DeskText.Done("removed", "word removed"), 1);
    }

    private Vocabulary vocabulary(Database store) {
        return new Vocabulary(store, clock, reader.get());
    }

    private static String text(AddedWord word) {
        String sound = word.soundsLike().isEmpty() ? "as its letters say" : "sounds like " + word.soundsLike();
        return word.text() + " (" + word.kind().name().toLowerCase(Locale.ROOT) + "): " + sound;
    }

    private static ObjectNode json(AddedWord word) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("word", word.text())
                .put("soundsLike", word.soundsLike())
                .put("kind", word.kind().name().toLowerCase(Locale.ROOT));
    }
}
