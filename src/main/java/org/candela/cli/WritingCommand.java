package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.report.style.OwnWords;
import org.candela.report.style.WritingStyles;
import org.candela.report.template.Holder;
import org.candela.report.wording.DateStyle;
import org.candela.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela writing}: how spoken words are written, and words that are spelled right. */
// [impl->req~wording.style-kept~1]
// [impl->req~spelling.own-words~1]
@Command(
        name = "writing",
        description = "How spoken words are written, by the reader or a facility, and words the reader knows.",
        mixinStandardHelpOptions = true)
public final class WritingCommand implements Runnable {
    private final ReaderDesk reader;
    private final DeskText desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public WritingCommand(ReaderDesk reader) {
        this.reader = reader;
        this.desk = reader.texts();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which of show, dates, abbreviate, spell-out, words? See candela writing --help.");
    }

    /** What holds. */
    @Command(
            name = "show",
            description = "Form of dates and abbreviations, and who wants them so.",
            mixinStandardHelpOptions = true)
    int show(@Mixin HolderOption whose, @Mixin Output output) throws CandelaException {
        return desk.list(output, store -> {
            WritingStyles styles = new WritingStyles(store, reader.clock());
            List<DeskText.Line> lines = new ArrayList<>(own(styles, "own", Holder.reader(reader.name())));
            if (!whose.facility().isBlank()) {
                lines.addAll(own(styles, whose.facility(), Holder.facility(whose.facility())));
            }
            lines.add(line(
                    "in force",
                    "dates",
                    styles.of(reader.name(), whose.facility()).dates().name()));
            return lines;
        });
    }

    private static List<DeskText.Line> own(WritingStyles styles, String whose, Holder holder) throws StoreException {
        List<DeskText.Line> lines = new ArrayList<>();
        styles.dates(holder).ifPresent(dates -> lines.add(line(whose, "dates", dates.name())));
        for (Map.Entry<String, String> one : styles.abbreviations(holder).entrySet()) {
            lines.add(line(whose, one.getKey(), one.getValue()));
        }
        return lines;
    }

    private static DeskText.Line line(String whose, String what, String how) {
        return new DeskText.Line(
                String.format("%-10s %-30s %s", whose, what, how),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("holder", whose)
                        .put("what", what)
                        .put("written", how));
    }

    /** Chooses the form of dates. */
    @Command(
            name = "dates",
            description = "Spoken dates as american (11/03/2026), iso (2026-11-03) or named (3 November 2026);"
                    + " none: as the next layer has them.",
            mixinStandardHelpOptions = true)
    int dates(
            @Parameters(paramLabel = "FORM", description = "american, iso, named, none") String form,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        Holder holder = whose.holder(reader.reader());
        if (form.equalsIgnoreCase("none")) {
            desk.open(store -> new WritingStyles(store, reader.clock()).forget(holder));
        } else {
            DateStyle style = style(form);
            desk.open(store -> {
                new WritingStyles(store, reader.clock()).choose(holder, style);
                return style;
            });
        }
        return desk.tell(output, new DeskText.Done("chosen", "form of dates, from the next report on"), 1);
    }

    private DateStyle style(String form) {
        for (DateStyle style : DateStyle.values()) {
            if (style.name().equalsIgnoreCase(form)) {
                return style;
            }
        }
        throw new ParameterException(spec.commandLine(), "\"" + form + "\" is none of american, iso, named, none.");
    }

    /** Wants something written for words. */
    @Command(
            name = "abbreviate",
            description = "Writes TEXT for the words SAID. What would hide a side or a negation is refused.",
            mixinStandardHelpOptions = true)
    int abbreviate(
            @Parameters(paramLabel = "SAID", description = "As it is said, in quotes.") String said,
            @Parameters(paramLabel = "TEXT", description = "What is written for it.") String written,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        Holder holder = whose.holder(reader.reader());
        desk.open(store -> {
            new WritingStyles(store, reader.clock()).abbreviate(holder, said, written);
            return written;
        });
        return desk.tell(output, new DeskText.Done("kept", "abbreviation is used from the next report on"), 1);
    }

    /** Wants words written as they are said. */
    @Command(name = "spell-out", description = "Takes an abbreviation back.", mixinStandardHelpOptions = true)
    int spellOut(
            @Parameters(paramLabel = "SAID", description = "The words.") String said,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        Holder holder = whose.holder(reader.reader());
        if (!desk.open(store -> new WritingStyles(store, reader.clock()).spellOut(holder, said))) {
            throw new CandelaException(
                    "cli.no-abbreviation", "nothing is written for \"" + said + "\" there; see candela writing show");
        }
        return desk.tell(output, new DeskText.Done("removed", "abbreviation removed"), 1);
    }

    /** Lists, adds and drops words of the reader. */
    @Command(
            name = "words",
            description = "Words the reader knows to be spelled right: all, or those given are added or dropped.",
            mixinStandardHelpOptions = true)
    int words(
            @Parameters(arity = "0..*", paramLabel = "WORD", description = "Words to add.") List<String> given,
            @picocli.CommandLine.Option(names = "--drop", description = "Takes them out instead.") boolean isDropped,
            @Mixin Output output)
            throws CandelaException {
        List<String> words = given == null ? List.of() : given;
        if (words.isEmpty()) {
            return desk.list(output, store -> new OwnWords(store, reader.clock(), reader.name())
                    .all().stream()
                            .map(word -> new DeskText.Line(
                                    word, JsonNodeFactory.instance.objectNode().put("word", word)))
                            .toList());
        }
        desk.open(store -> {
            OwnWords own = new OwnWords(store, reader.clock(), reader.name());
            for (String word : words) {
                if (!isDropped) {
                    own.add(word);
                } else if (!own.drop(word)) {
                    throw new CandelaException("cli.no-word", "\"" + word + "\" is not among your words");
                }
            }
            return words;
        });
        String done = isDropped ? "words taken out" : "words are known from the next start of the room on";
        return desk.tell(output, new DeskText.Done(isDropped ? "dropped" : "added", done), words.size());
    }
}
