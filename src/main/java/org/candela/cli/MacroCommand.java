package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.candela.base.CandelaException;
import org.candela.report.template.Holder;
import org.candela.report.template.Layer;
import org.candela.report.template.Macro;
import org.candela.report.template.MacroName;
import org.candela.report.template.MacroShelf;
import org.candela.report.template.MacroText;
import org.candela.report.template.TemplateUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela macro}: texts that are put into reports by name or shortcut. */
// [impl->req~cli.macros~1]
@Command(
        name = "macro",
        description = "Texts that are put into reports by name or shortcut: personal, of a facility, or shipped.",
        mixinStandardHelpOptions = true)
public final class MacroCommand implements Runnable {
    private final ReaderDesk reader;
    private final DeskText desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public MacroCommand(ReaderDesk reader) {
        this.reader = reader;
        this.desk = reader.texts();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about macros? See candela macro --help.");
    }

    /** One line a macro. */
    @Command(
            name = "list",
            description = "All macros: whose, shortcut, name, limits, text.",
            mixinStandardHelpOptions = true)
    int list(@Mixin HolderOption whose, @Mixin Output output) throws CandelaException {
        return desk.list(output, store -> store.read(tx -> shelf().all(tx, whose.facility())).stream()
                .map(MacroCommand::line)
                .toList());
    }

    /** Adds one. */
    @Command(
            name = "add",
            description = "Adds a macro, or replaces the one of this name. In its text {{patient age}} is filled,"
                    + " {{macro:name}} holds another, [size] is a place and [small|large] a pick list.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "As it is said, such as \"normal knee left\".") String name,
            @Parameters(paramLabel = "TEXT", description = "What is put in.") String text,
            @Option(names = "--shortcut", defaultValue = "", description = "Two characters or more, typed for it.")
                    String shortcut,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        Macro macro = macro(name, shortcut, text, whose.holder(reader.reader()));
        desk.open(store -> {
            shelf().keep(store, List.of(macro));
            return macro;
        });
        StringBuilder said = new StringBuilder("1 macro kept: " + macro.name());
        MacroName.advice(macro.name())
                .forEach(advice -> said.append("\n  advice: ").append(advice));
        output.print(JsonNodeFactory.instance.objectNode().put("kept", 1).put("name", macro.name()), said.toString());
        return 0;
    }

    /** Takes one away. */
    @Command(name = "remove", description = "Takes a macro away.", mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        if (!desk.open(store -> shelf().remove(store, whose.holder(reader.reader()), name))) {
            throw new CandelaException(
                    "cli.no-macro", "no macro \"" + name + "\" is held there; see candela macro list");
        }
        return desk.tell(output, new DeskText.Done("removed", "macro removed"), 1);
    }

    /** Takes macros over. */
    @Command(
            name = "import",
            description = "Takes macros over, all or none; each begins with a line \"# name: …\".",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", description = "As candela macro export writes it.") Path file,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        String text = TextFile.read(file);
        List<Macro> macros = MacroText.read(file.toString(), text, whose.holder(reader.reader()));
        desk.open(store -> {
            shelf().keep(store, macros);
            return macros;
        });
        return desk.tell(
                output, new DeskText.Done("imported", "macros are used from the next report on"), macros.size());
    }

    /** Writes macros. */
    @Command(
            name = "export",
            description = "Writes the reader's or a facility's macros as text.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet.") Path file,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        Holder holder = whose.holder(reader.reader());
        return desk.export(file, output, "%d macros", store -> {
            List<Macro> own = store.read(tx -> shelf().all(tx, whose.facility())).stream()
                    .filter(macro -> macro.holder().equals(holder))
                    .toList();
            return new DeskText.Written(MacroText.write(own), own.size());
        });
    }

    private Macro macro(String name, String shortcut, String text, Holder holder) {
        try {
            return new Macro(name, shortcut, text, TemplateUse.ANY, holder);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private MacroShelf shelf() {
        return new MacroShelf(reader.name(), reader.clock());
    }

    private static DeskText.Line line(Macro macro) {
        Holder holder = macro.holder();
        String whose = holder.layer() == Layer.FACILITY
                ? holder.name()
                : holder.layer().name().toLowerCase(Locale.ROOT);
        String first = macro.text().lines().findFirst().orElse("");
        String start = first.length() > 60 ? first.substring(0, 60) + "…" : first;
        return new DeskText.Line(
                String.format(
                        "%-10s %-8s %-26s %-22s %s",
                        whose, macro.shortcut(), macro.name(), macro.use().inWords(), start),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("holder", whose)
                        .put("name", macro.name())
                        .put("shortcut", macro.shortcut())
                        .put("use", macro.use().inWords())
                        .put("text", macro.text()));
    }
}
