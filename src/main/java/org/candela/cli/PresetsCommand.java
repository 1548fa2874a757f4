package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.candela.base.CandelaException;
import org.candela.store.StorePlace;
import org.candela.viewer.window.PresetLibrary;
import org.candela.viewer.window.PresetsYaml;
import org.candela.viewer.window.WindowPreset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela presets}: windows by name, as text that can be edited and carried to another desk. */
// [impl->req~cli.presets~1]
@Command(name = "presets", description = "The window presets of this workstation.", mixinStandardHelpOptions = true)
public final class PresetsCommand implements Runnable {
    private static final DeskText.Done IMPORTED =
            new DeskText.Done("imported", "presets are used when the workstation is started next");

    private final DeskText presets;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when the command runs */
    public PresetsCommand(StorePlace database, Clock clock) {
        this.presets = new DeskText(database, clock);
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about presets? See candela presets --help.");
    }

    /** One line a preset: modality, origin, window, unit, name. */
    @Command(
            name = "list",
            description = "All presets by modality, in the order of their keys.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        return presets.list(output, store -> {
            PresetLibrary library = PresetLibrary.open(store, clock);
            List<String> edited = library.edited();
            return library.presets().all().stream()
                    .map(preset -> line(
                            preset,
                            Origin.of(edited.contains(preset.modality()), library.isOfPractice(preset.modality()))))
                    .toList();
        });
    }

    private static DeskText.Line line(WindowPreset preset, Origin origin) {
        return new DeskText.Line(
                String.format(
                        Locale.ROOT,
                        "%-4s %-8s %10.2f %10.2f %-6s %-16s %s",
                        preset.modality(),
                        origin.word(),
                        preset.window().center(),
                        preset.window().width(),
                        preset.unit(),
                        preset.bodyPart(),
                        preset.name()),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("modality", preset.modality())
                        .put("name", preset.name())
                        .put("bodyPart", preset.bodyPart())
                        .put("unit", preset.unit())
                        .put("center", preset.window().center())
                        .put("width", preset.window().width())
                        .put("function", preset.window().function().name())
                        .put("origin", origin.word())
                        .put("own", origin == Origin.OWN));
    }

    /** Writes presets as YAML. */
    @Command(
            name = "export",
            description =
                    "Writes the presets of edited modalities as YAML; with --all also those that come with the program.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet.") Path file,
            @Option(names = "--all", description = "Also those that come with the program.") boolean isAll,
            @Mixin Output output)
            throws CandelaException {
        return presets.export(file, output, "%d presets", store -> {
            PresetLibrary library = PresetLibrary.open(store, clock);
            List<String> edited = library.edited();
            List<WindowPreset> wanted = library.presets().all().stream()
                    .filter(preset -> isAll || edited.contains(preset.modality()))
                    .toList();
            return new DeskText.Written(PresetsYaml.write(wanted), wanted.size());
        });
    }

    /** Takes presets over from YAML, all or none. */
    @Command(
            name = "import",
            description = "Takes presets over from YAML, all or none; they replace all presets of their modalities.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", description = "As candela presets export writes it.") Path file,
            @Mixin Output output)
            throws CandelaException {
        return presets.take(file, output, IMPORTED, (store, text) -> {
            List<WindowPreset> read = PresetsYaml.read(text);
            PresetLibrary.open(store, clock).take(read);
            return read.size();
        });
    }

    /** Forgets all own presets. */
    @Command(
            name = "reset",
            description = "Gives every modality the presets it comes with again.",
            mixinStandardHelpOptions = true)
    int reset(@Mixin Output output) throws CandelaException {
        int count = presets.open(store -> {
            PresetLibrary library = PresetLibrary.open(store, clock);
            int edited = library.edited().size();
            library.reset();
            return edited;
        });
        return presets.tell(output, new DeskText.Done("reset", "modalities have their shipped presets again"), count);
    }
}
