package org.candela.report.wording;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.dictation.SpokenWord;

/**
 * The words that are commands: those of the program, the verbal triggers of the template in use and the names of
 * macros. An utterance is a command only as a whole, so that a sentence that contains such words stays text.
 *
 * <p>Immutable, any thread.
 */
// [impl->req~wording.commands~1]
public final class SpokenCommands {
    /** Said alone, these are an answer or a part of a sentence: only "go to left" leads to a field of that name. */
    private static final Set<String> NEVER_ALONE = Set.of(
            "left",
            "right",
            "bilateral",
            "both",
            "no",
            "none",
            "not",
            "normal",
            "negative",
            "positive",
            "other",
            "side",
            "part");

    private final Map<String, String> triggers;
    private final Map<String, String> macros;

    private SpokenCommands(Map<String, String> triggers, Map<String, String> macros) {
        this.triggers = Map.copyOf(triggers);
        this.macros = Map.copyOf(macros);
    }

    /**
     * The commands at hand.
     *
     * @param fieldOfTrigger verbal trigger of a field to the field's id
     * @param macroNames as the macros are called
     */
    public static SpokenCommands of(Map<String, String> fieldOfTrigger, Collection<String> macroNames) {
        Map<String, String> triggers = new TreeMap<>();
        fieldOfTrigger.forEach((trigger, field) -> triggers.put(plain(trigger), field));
        Map<String, String> macros = new TreeMap<>();
        macroNames.forEach(name -> macros.putIfAbsent(plain(name), name));
        return new SpokenCommands(triggers, macros);
    }

    /** The command that these words are; empty where they are text. */
    public Optional<SpokenCommand> read(List<SpokenWord> words) {
        String said = plain(words.stream().map(SpokenWord::text).collect(Collectors.joining(" ")));
        return Stream.<Optional<SpokenCommand>>of(
                        Optional.ofNullable(CommandWords.ACTIONS.get(said)), goTo(said), macro(said), select(said))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whatever can be said now, in the order of a list for the reader. */
    public List<Phrase> phrases() {
        Stream<Phrase> actions = CommandWords.LISTED.stream();
        Stream<Phrase> fields = triggers.keySet().stream()
                .sorted()
                .map(trigger -> new Phrase("go to " + trigger, "To the field \"" + trigger + "\""));
        Stream<Phrase> texts = macros.keySet().stream()
                .sorted()
                .map(name -> new Phrase("insert " + name, "Puts in the macro \"" + name + "\""));
        return Stream.of(actions, fields, texts).flatMap(phrases -> phrases).toList();
    }

    /** Every way to say each command, in small letters, as a grammar takes them; those with free words are left out. */
    public List<String> spoken() {
        Stream<String> fields = triggers.keySet().stream().map(trigger -> "go to " + trigger);
        Stream<String> texts =
                macros.keySet().stream().flatMap(name -> Stream.of("insert macro " + name, "insert " + name));
        return Stream.of(CommandWords.ACTIONS.keySet().stream(), fields, texts)
                .flatMap(phrases -> phrases)
                .sorted()
                .toList();
    }

    private Optional<SpokenCommand> goTo(String said) {
        String trigger = said.startsWith("go to ") ? said.substring("go to ".length()) : said;
        if (trigger.equals(said) && NEVER_ALONE.contains(said)) {
            return Optional.empty();
        }
        return Optional.ofNullable(triggers.get(trigger)).map(SpokenCommand.GoTo::new);
    }

    private Optional<SpokenCommand> macro(String said) {
        for (String verb : List.of("insert macro ", "macro ", "insert ")) {
            String name = said.startsWith(verb) ? macros.get(said.substring(verb.length())) : null;
            if (name != null) {
                return Optional.of(new SpokenCommand.InsertMacro(name));
            }
        }
        return Optional.empty();
    }

    private static Optional<SpokenCommand> select(String said) {
        int by = said.indexOf(" with ");
        if (said.startsWith("replace ") && by > "replace ".length() && by + 6 < said.length()) {
            return Optional.of(new SpokenCommand.Replace(said.substring(8, by), said.substring(by + 6)));
        }
        return said.startsWith("select ") ? Optional.of(new SpokenCommand.Select(said.substring(7))) : Optional.empty();
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
