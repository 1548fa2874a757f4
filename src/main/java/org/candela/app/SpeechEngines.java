package org.candela.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.engine.SpokenWords;
import org.candela.dictation.engine.sphinx.SphinxEngine;
import org.candela.dictation.engine.vosk.VoskEngine;
import org.candela.dictation.engine.whisper.WhisperEngine;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.vocabulary.NameWords;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.facility.Facilities;
import org.candela.order.Orders;
import org.candela.report.Ledger;
import org.candela.report.template.Templates;
import org.candela.report.wording.SpokenCommands;
import org.candela.store.StoreException;
import org.candela.worklist.Physicians;

/** The speech engines of this program. Making one loads nothing. */
final class SpeechEngines {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+( [A-Za-z]+)*");

    /** Of each list: more would make every other word less likely. */
    private static final int MOST_DOCTORS = 200;

    private SpeechEngines() {}

    /**
     * The one that the reader chose, which knows the reader's words, the names of facilities, and the commands with the fields
     * of {@code templates}. Its words are read when it opens.
     */
    static SpeechEngine ofReader(Ledger ledger, String reader, Templates templates) throws CandelaException {
        Vocabulary vocabulary = new Vocabulary(ledger.database(), ledger.clock(), reader);
        List<String> commands =
                SpokenCommands.of(triggers(templates), List.of()).spoken();
        return of(vocabulary.engine(), vocabulary.spoken(commands, () -> names(ledger)));
    }

    /** Of facilities, of who refers and of who orders there: what a report may name. */
    static List<AddedWord> names(Ledger ledger) throws StoreException {
        Facilities facilities = new Facilities(ledger.database(), ledger.audit(), ledger.clock());
        Stream<AddedWord> places =
                facilities.list().stream().flatMap(facility -> NameWords.of(facility.name(), Kind.FACILITY).stream());
        Stream<AddedWord> doctors = Stream.concat(
                        new Physicians(ledger.database()).referring(MOST_DOCTORS).stream(),
                        new Orders(ledger.database(), ledger.audit(), ledger.clock()).orderers(MOST_DOCTORS).stream())
                .flatMap(name -> NameWords.of(name, Kind.PERSON).stream());
        return Stream.concat(places, doctors).distinct().toList();
    }

    /** Sections and fields of all templates that have a name of plain words. */
    private static Map<String, String> triggers(Templates templates) {
        Map<String, String> triggers = new TreeMap<>();
        templates.all().stream()
                .flatMap(template -> template.sections().stream())
                .forEach(section -> {
                    triggers.put(section.name(), section.name());
                    section.fields().forEach(field -> triggers.put(field.name(), field.id()));
                });
        triggers.keySet().removeIf(name -> !PLAIN.matcher(name).matches());
        return triggers;
    }

    /** The chosen one; the built-in engine knows {@code words}. */
    static SpeechEngine of(EngineChoice choice, SpokenWords words) {
        SpeechEngine builtIn = new SphinxEngine(words);
        Path model = choice.modelPath().orElse(Path.of(""));
        return switch (choice.kind()) {
            case SPHINX -> builtIn;
            case VOSK -> new VoskEngine(model);
            case WHISPER ->
                new WhisperEngine(
                        builtIn, model, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        };
    }
}
