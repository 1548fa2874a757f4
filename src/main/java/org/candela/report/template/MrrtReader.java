package org.candela.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads an MRRT report template: HTML5 with {@code dcterms.*} metadata, named sections and form fields (IHE RAD TF-3,
 * MRRT). Lenient: documents in use are rarely well-formed. Nothing is run and nothing is fetched.
 *
 * <p>Read here: sections at any depth (a nested one becomes a section of its own), text areas, inputs, selects, labels, the
 * {@code data-field-*} attributes, coded content. Prose between the fields is not part of the report. Metadata of our own
 * choose a template for a study: {@code candela.modality}, {@code candela.body-parts}, {@code candela.words},
 * {@code candela.contrast}, {@code candela.sex}, {@code candela.ages}.
 *
 * <p>Refused, never guessed at: a document without identifier, title or field, and one beyond the bounds.
 */
// [impl->req~report.templates~1]
// [impl->req~template.import~1]
final class MrrtReader {
    static final int LONGEST_CHARACTERS = 2_000_000;
    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_TEXT = 20_000;
    private static final Set<String> LINES =
            Set.of("", "text", "date", "time", "datetime-local", "month", "email", "tel", "url");
    private static final Set<String> NUMBERS = Set.of("number", "range");
    private static final String PREFIX = "candela.";

    private final String source;
    private final Document document;
    private final Map<String, String> metadata = new TreeMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, SectionBuilder> sections = new LinkedHashMap<>();
    private final IdentityHashMap<Element, SectionBuilder> ofElement = new IdentityHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, List<FieldCode>> codes;
    private int count;

    private MrrtReader(String source, Document document) {
        this.source = source;
        this.document = document;
        this.codes = CodedContent.of(document, notes);
    }

    /** Reads the document {@code html}; {@code source} names it in errors. */
    static Template read(String source, String html) throws TemplateException {
        return imported(source, html).template();
    }

    /** The same with what of the document was not used. */
    static ImportedTemplate imported(String source, String html) throws TemplateException {
        if (html.length() > LONGEST_CHARACTERS) {
            throw new TemplateException(
                    source, "has " + html.length() + " characters; at most " + LONGEST_CHARACTERS + " are read");
        }
        return new MrrtReader(source, Jsoup.parse(html)).read();
    }

    private ImportedTemplate read() throws TemplateException {
        for (Element meta : document.select("meta[name]")) {
            metadata.putIfAbsent(
                    meta.attr("name").strip().toLowerCase(Locale.ROOT),
                    meta.attr("content").strip());
        }
        for (Element label : document.select("label[for]")) {
            labels.putIfAbsent(label.attr("for"), label.text().strip());
        }
        noteWhatIsNotUsed();
        for (Element element : document.select("section, textarea, input, select")) {
            accept(element);
        }
        return new ImportedTemplate(template(), notes);
    }

    private Template template() throws TemplateException {
        try {
            return new Template(
                    required("dcterms.identifier"),
                    required("dcterms.title"),
                    use(),
                    sections.values().stream().map(SectionBuilder::build).toList(),
                    otherMetadata());
        } catch (IllegalArgumentException e) {
            throw new TemplateException(source, String.valueOf(e.getMessage()));
        }
    }

    private TemplateUse use() {
        return new TemplateUse(
                list("modality"),
                list("body-parts"),
                list("words"),
                metadata.getOrDefault(PREFIX + "contrast", ""),
                metadata.getOrDefault(PREFIX + "sex", ""),
                AgeRange.of(metadata.getOrDefault(PREFIX + "ages", "")));
    }

    private Map<String, String> otherMetadata() {
        Map<String, String> others = new TreeMap<>(metadata);
        others.keySet().removeIf(name -> !name.startsWith("dcterms."));
        others.remove("dcterms.identifier");
        others.remove("dcterms.title");
        return others;
    }

    private void noteWhatIsNotUsed() {
        int scripts = document.select("script:not([type=text/xml])").size();
        int links = document.select("link, a[href], img, iframe, object, embed, base, form[action]")
                .size();
        int styles = document.select("style").size();
        note(scripts, "script", "is never run");
        note(links, "link or embedded object", "is not followed");
        note(styles, "style sheet", "is not used");
        long handlers = document.getAllElements().stream()
                .filter(element -> element.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getKey().startsWith("on")))
                .count();
        note((int) handlers, "event handler", "is never run");
    }

    private void note(int many, String what, String consequence) {
        if (many > 0) {
            notes.add(many + " " + what + (many == 1 ? " " : "s ") + (many == 1 ? consequence : plural(consequence)));
        }
    }

    private static String plural(String consequence) {
        return consequence.replaceFirst("^is ", "are ");
    }

    private void accept(Element element) throws TemplateException {
        switch (element.normalName()) {
            case "section" -> section(element);
            case "textarea" -> add(element, TemplateField.Content.of(TemplateField.Kind.PROSE), element.wholeText());
            case "select" -> choice(element);
            default -> input(element);
        }
    }

    /** Sections of one name are one; those without a name are each their own. */
    private SectionBuilder section(Element element) {
        SectionBuilder known = ofElement.get(element);
        if (known != null) {
            return known;
        }
        String own = element.attr("data-section-name").strip();
        String header = own.isEmpty() ? headerOf(element) : own;
        String name = header.isEmpty() ? "Section " + (sections.size() + 1) : header;
        boolean isRequired = element.attr("data-section-required").equalsIgnoreCase("true");
        SectionBuilder section = sections.computeIfAbsent(
                own.isEmpty() ? "unnamed " + sections.size() : own, key -> new SectionBuilder(name, isRequired));
        ofElement.put(element, section);
        return section;
    }

    private static String headerOf(Element element) {
        return element.children().stream()
                .filter(child -> child.normalName().equals("header"))
                .map(child -> child.text().strip())
                .findFirst()
                .orElse("");
    }

    private void input(Element input) throws TemplateException {
        String type = input.attr("type").strip().toLowerCase(Locale.ROOT);
        if (NUMBERS.contains(type)) {
            NumberLimits limits = new NumberLimits(number(input, "min"), number(input, "max"), number(input, "step"));
            TemplateField.Content content = new TemplateField.Content(
                    TemplateField.Kind.NUMBER,
                    List.of(),
                    input.attr("data-field-units").strip(),
                    limits);
            add(input, content, input.attr("value"));
        } else if (type.equals("checkbox")) {
            checkbox(input);
        } else if (LINES.contains(type)) {
            add(input, TemplateField.Content.of(TemplateField.Kind.LINE), input.attr("value"));
        } else {
            notes.add("input " + nameOf(input) + " of type " + type + " is left out");
        }
    }

    /** A limit that is no number limits nothing. */
    private String number(Element input, String attribute) {
        String value = input.attr(attribute).strip();
        if (value.isEmpty() || value.equals("any")) {
            return "";
        }
        try {
            Double.parseDouble(value);
            return value;
        } catch (NumberFormatException e) {
            notes.add(attribute + " of field " + nameOf(input) + " is no number and limits nothing");
            return "";
        }
    }

    /** A box to tick is a choice between nothing and what it says. */
    private void checkbox(Element box) throws TemplateException {
        String label = labels.getOrDefault(box.attr("id"), box.attr("name")).strip();
        String says = box.attr("value").isBlank() || box.attr("value").equals("on")
                ? label
                : box.attr("value").strip();
        if (says.isEmpty()) {
            notes.add("a box to tick that says nothing is left out");
            return;
        }
        notes.add("box " + nameOf(box) + " is offered as a choice");
        add(
                box,
                new TemplateField.Content(TemplateField.Kind.CHOICE, List.of("", says), ""),
                box.hasAttr("checked") ? says : "");
    }

    private void choice(Element select) throws TemplateException {
        List<String> options = new ArrayList<>();
        String chosen = "";
        for (Element option : select.select("option")) {
            String value = option.hasAttr("value")
                    ? option.attr("value").strip()
                    : option.text().strip();
            if (!options.contains(value)) {
                options.add(value);
            }
            chosen = option.hasAttr("selected") ? value : chosen;
        }
        if (options.isEmpty()) {
            throw new TemplateException(source, "field " + nameOf(select) + " offers no option");
        }
        if (select.hasAttr("multiple")) {
            notes.add("field " + nameOf(select) + " lets one of its options be chosen, not several");
        }
        String initial = chosen.isEmpty() ? options.get(0) : chosen;
        add(select, new TemplateField.Content(TemplateField.Kind.CHOICE, options, ""), initial);
    }

    private void add(Element element, TemplateField.Content content, String initialText) throws TemplateException {
        if (++count > MOST_FIELDS) {
            throw new TemplateException(source, "has more than " + MOST_FIELDS + " fields");
        }
        String id = element.id().isBlank() ? element.attr("name").strip() : element.id();
        Element around = element.closest("section");
        if (around == null || id.isBlank()) {
            throw new TemplateException(source, "field \"" + id + "\" needs an id and a section around it");
        }
        String text = initialText.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new TemplateException(source, "field " + id + " has a text of " + text.length() + " characters");
        }
        SectionBuilder section = section(around);
        String name = labels.getOrDefault(id, element.attr("name").strip());
        String shown = name.equalsIgnoreCase(section.name) ? "" : name;
        section.fields.add(new TemplateField(
                id,
                shown,
                content,
                text,
                element.hasAttr("required"),
                conduct(element),
                codes.getOrDefault(id, List.of())));
    }

    private static FieldConduct conduct(Element element) {
        String action = element.attr("data-field-completion-action").strip();
        return new FieldConduct(
                element.attr("data-field-verbal-trigger").strip(),
                element.attr("data-field-merge-flag").equalsIgnoreCase("true"),
                action.isEmpty() ? FieldConduct.PLAIN.completionAction() : action);
    }

    private static String nameOf(Element element) {
        return element.id().isBlank() ? element.attr("name") : element.id();
    }

    private Set<String> list(String name) {
        return Stream.of(metadata.getOrDefault(PREFIX + name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private String required(String name) throws TemplateException {
        String value = metadata.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new TemplateException(source, "no <meta name=\"" + name + "\">");
        }
        return value;
    }

    /** A section whose fields are still being read. */
    private static final class SectionBuilder {
        private final String name;
        private final boolean isRequired;
        private final List<TemplateField> fields = new ArrayList<>();

        SectionBuilder(String name, boolean isRequired) {
            this.name = name;
            this.isRequired = isRequired;
        }

        TemplateSection build() {
            return new TemplateSection(name, isRequired, fields);
        }
    }
}
