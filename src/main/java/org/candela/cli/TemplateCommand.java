package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.report.template.AgeRange;
import org.candela.report.template.Holder;
import org.candela.report.template.ImportedTemplate;
import org.candela.report.template.Layer;
import org.candela.report.template.PatientAge;
import org.candela.report.template.ShelvedTemplate;
import org.candela.report.template.StudyKind;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateDefault;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.report.template.TemplateShelf;
import org.candela.report.template.TemplateUse;
import org.candela.report.template.Templates;
import org.candela.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela template}: the forms of reports, as MRRT documents. */
// [impl->req~cli.templates~1]
@Command(
        name = "template",
        description = "The report templates of this workstation: MRRT documents, personal, of a facility, or shipped.",
        mixinStandardHelpOptions = true)
public final class TemplateCommand implements Runnable {
    private final ReaderDesk reader;
    private final DeskText desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public TemplateCommand(ReaderDesk reader) {
        this.reader = reader;
        this.desk = reader.texts();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about templates? See candela template --help.");
    }

    /** One line a template. */
    @Command(
            name = "list",
            description = "All templates: whose, id, title, for which studies.",
            mixinStandardHelpOptions = true)
    int list(@Mixin HolderOption whose, @Mixin Output output) throws CandelaException {
        return desk.list(output, store -> at(store, whose.facility()).shelved().stream()
                .map(TemplateCommand::line)
                .toList());
    }

    /** Sections and fields of a template. */
    @Command(
            name = "show",
            description = "Sections, fields, normals and verbal triggers of a template.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "Its id or title, as candela template list shows it.")
                    String id,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        Template template = desk.open(store -> named(at(store, whose.facility()), id));
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", template.id()).put("title", template.title());
        template.fields().forEach(field -> json.withArray("fields")
                .addObject()
                .put("id", field.id())
                .put("name", field.name())
                .put("text", field.initialText())
                .put("trigger", field.conduct().verbalTrigger()));
        output.print(json, shown(template));
        return 0;
    }

    /** Takes documents over. */
    @Command(
            name = "import",
            description = "Takes MRRT documents (.html) over; one of the same id and holder goes out of force.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "MRRT documents.") List<Path> files,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            String html = TextFile.read(file);
            ImportedTemplate taken =
                    desk.open(store -> shelf().take(store, whose.holder(reader.reader()), file.toString(), html));
            ObjectNode one = json.addObject()
                    .put("id", taken.template().id())
                    .put("title", taken.template().title());
            taken.notes().forEach(one.withArray("notes")::add);
            text.append(taken.template().id())
                    .append("  ")
                    .append(taken.template().title())
                    .append('\n');
            taken.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        }
        output.print(json, text.toString().stripTrailing());
        return 0;
    }

    /** Writes a document. */
    @Command(name = "export", description = "Writes a template as an MRRT document.", mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "ID", description = "Its id or title.") String id,
            @Parameters(paramLabel = "FILE", description = "Where to; must not be there yet.") Path file,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        return desk.export(
                file,
                output,
                "%d template",
                store -> new DeskText.Written(TemplateShelf.written(named(at(store, whose.facility()), id)), 1));
    }

    /** Takes a template out of force. */
    @Command(
            name = "retire",
            description = "Takes a personal template or one of a facility out of force; drafts begun on it keep it.",
            mixinStandardHelpOptions = true)
    int retire(
            @Parameters(paramLabel = "ID", description = "Its dcterms.identifier.") String id,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        boolean isDone = desk.open(store -> shelf().retire(store, whose.holder(reader.reader()), id));
        if (!isDone) {
            throw new CandelaException(
                    "cli.no-template", "no template " + id + " is held there; see candela template list");
        }
        return desk.tell(output, new DeskText.Done("retired", "template is out of force"), 1);
    }

    /** Says which template is for which studies, or asks. */
    @Command(
            name = "default",
            description = "Which template a study gets: without --set the answer, with it the rule from now on.",
            mixinStandardHelpOptions = true)
    int preferred(
            @Option(names = "--modality", required = true, paramLabel = "CS", description = "Such as CT.")
                    String modality,
            @Option(names = "--words", required = true, description = "Of the description or BodyPartExamined.")
                    String words,
            @Option(names = "--sex", defaultValue = "", description = "M or F.") String sex,
            @Option(names = "--ages", defaultValue = "", description = "Such as 0-17 or 40-.") String ages,
            @Option(
                            names = "--set",
                            defaultValue = "",
                            paramLabel = "ID",
                            description = "The template; - forgets the rule.")
                    String set,
            @Mixin HolderOption whose,
            @Mixin Output output)
            throws CandelaException {
        TemplateUse use = use(modality, words, sex, ages);
        if (set.isEmpty()) {
            StudyKind study = new StudyKind(modality, words, "", use.sex(), PatientAge.UNKNOWN);
            Template template = desk.open(store -> at(store, whose.facility()).forStudy(study));
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", template.id())
                            .put("title", template.title()),
                    template.id() + "  " + template.title());
            return 0;
        }
        return set.equals("-") ? forget(use, whose, output) : prefer(use, set, whose, output);
    }

    private int prefer(TemplateUse use, String id, HolderOption whose, Output output) throws CandelaException {
        Template template = desk.open(store -> {
            Template found = named(at(store, whose.facility()), id);
            shelf().prefer(store, TemplateDefault.of(whose.holder(reader.reader()), use, found));
            return found;
        });
        return desk.tell(output, new DeskText.Done("default", "rule kept: " + template.title()), 1);
    }

    private int forget(TemplateUse use, HolderOption whose, Output output) throws CandelaException {
        boolean isDone = desk.open(store -> shelf().forget(store, whose.holder(reader.reader()), use));
        return desk.tell(output, new DeskText.Done("forgotten", "rules forgotten"), isDone ? 1 : 0);
    }

    private TemplateUse use(String modality, String words, String sex, String ages) {
        try {
            Set<String> parts = Stream.of(words.split(",")).collect(Collectors.toSet());
            return new TemplateUse(Set.of(modality), parts, Set.of(), "", sex, AgeRange.of(ages));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private TemplateShelf shelf() throws CandelaException {
        return new TemplateShelf(reader.name(), reader.clock());
    }

    private Templates at(Database store, String facility) throws CandelaException {
        TemplateShelf shelf = shelf();
        return store.read(tx -> shelf.at(tx, facility));
    }

    private static Template named(Templates templates, String id) throws CandelaException {
        return templates.all().stream()
                .filter(template -> template.id().equals(id)
                        || template.title().equalsIgnoreCase(id)
                        || template.id().startsWith(id + "#v"))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "cli.no-template", "there is no template " + id + "; see candela template list"));
    }

    private static DeskText.Line line(ShelvedTemplate one) {
        Template template = one.template();
        Holder holder = one.holder();
        String whose = holder.layer() == Layer.FACILITY
                ? holder.name()
                : holder.layer().name().toLowerCase(Locale.ROOT);
        return new DeskText.Line(
                String.format(
                        "%-10s %-46s %-36s %s",
                        whose, template.id(), template.title(), template.use().inWords()),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("holder", whose)
                        .put("id", template.id())
                        .put("title", template.title())
                        .put("use", template.use().inWords()));
    }

    private static String shown(Template template) {
        StringBuilder text = new StringBuilder(template.title() + "  " + template.id());
        for (TemplateSection section : template.sections()) {
            text.append('\n').append(section.name()).append(section.isRequired() ? " (required)" : "");
            section.fields().forEach(field -> text.append("\n  ").append(shown(field)));
        }
        return text.toString();
    }

    private static String shown(TemplateField field) {
        String name = field.name().isEmpty() ? field.id() : field.name();
        String options = String.join(" | ", field.content().options());
        String trigger = field.conduct().verbalTrigger();
        return Stream.of(
                        name + ": " + (options.isEmpty() ? field.initialText() : options),
                        field.content().unit(),
                        trigger.isEmpty() ? "" : "say \"" + trigger + "\"")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
