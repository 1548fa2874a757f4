package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela practice}: what a practice wants of its workstations, below what each reader wants. */
// [impl->req~cli.practice~1]
@Command(
        name = "practice",
        description = "Preferences of a whole practice: keys, mouse, presets, protocols, size of words.",
        footer = {
            "",
            "What a reader chose always holds; what he did not choose is as the practice says, else as it comes.",
            "candela keys|presets|protocols list tell whose wish holds; their reset goes back to the practice's."
        },
        mixinStandardHelpOptions = true)
public final class PracticeCommand implements Runnable {
    private static final DeskText.Done TAKEN =
            new DeskText.Done("taken", "wishes of the practice hold when the workstation is started next");

    private final DeskText practice;
    private final Wishes wishes;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** Wishes as a text and how many they are. */
    public record HandOver(String text, int count) {}

    /** The wishes of the practice, which belong to the windows of the workstation. */
    public interface Wishes {
        /** Takes the place of all that were there; returns how many there are. */
        int take(Database database, String text) throws CandelaException;

        /** What this desk has that it did not come with. */
        HandOver handOn(Database database, String name) throws CandelaException;

        /** What the practice is called; empty where there is none. */
        Optional<String> name(Database database) throws CandelaException;

        /** Forgets all of them. */
        void forget(Database database) throws CandelaException;
    }

    /** @param database where the workstation's SQLite file is, asked for when the command runs */
    public PracticeCommand(StorePlace database, Clock clock, Wishes wishes) {
        this.practice = new DeskText(database, clock);
        this.wishes = wishes;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the practice? See candela practice --help.");
    }

    /** Takes wishes over, all or none. */
    @Command(
            name = "import",
            description = "Takes the wishes of a practice over, all or none, in the place of those before.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", description = "As candela practice export writes it.") Path file,
            @Mixin Output output)
            throws CandelaException {
        return practice.take(file, output, TAKEN, wishes::take);
    }

    /** Writes what this desk has that it did not come with. */
    @Command(
            name = "export",
            description = "Writes what was changed on this desk, by the practice and the reader, to be handed on.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet.") Path file,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What the practice is called.",
                            defaultValue = "")
                    String name,
            @Mixin Output output)
            throws CandelaException {
        return practice.export(file, output, "%d wishes", store -> {
            String called = name.isEmpty() ? wishes.name(store).orElse("") : name;
            HandOver handOver = wishes.handOn(store, called);
            return new DeskText.Written(handOver.text(), handOver.count());
        });
    }

    /** Says whose wishes hold. */
    @Command(name = "show", description = "Whose wishes hold here.", mixinStandardHelpOptions = true)
    int show(@Mixin Output output) throws CandelaException {
        Optional<String> name = practice.open(wishes::name);
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("practice", name.orElse(""))
                        .put("isThere", name.isPresent()),
                name.map(called -> called.isEmpty() ? "a practice without a name" : called)
                        .orElse("no practice: what the reader did not choose is as it comes"));
        return 0;
    }

    /** Forgets all of them. */
    @Command(
            name = "forget",
            description = "Forgets the wishes of the practice; the reader's own stay.",
            mixinStandardHelpOptions = true)
    int forget(@Mixin Output output) throws CandelaException {
        practice.open(store -> {
            wishes.forget(store);
            return 0;
        });
        output.print(
                JsonNodeFactory.instance.objectNode().put("forgotten", true),
                "what the reader did not choose is as it comes when the workstation is started next");
        return 0;
    }
}
