package org.candela.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.report.template.HtmlTokens.Kind;
import org.candela.report.template.HtmlTokens.Token;

/**
 * Reads an MRRT report template: HTML5 with {@code dcterms.*} metadata, named sections and form fields (IHE RAD TF-3,
 * MRRT).
 *
 * <p>Read here: sections at any depth (a nested one becomes a section of its own), text areas, inputs of type text,
 * number, date and time, selects, labels, units, required. Prose between the fields is not part of the report. Coded
 * content is not used. Two metadata of our own choose a template for a study: {@code candela.modality} and
 * {@code candela.body-parts}.
 *
 * <p>Refused, never guessed at: other kinds of input, a field outside every section, a document without a field.
 */
// [impl->req~report.templates~1]
final class MrrtReader {
    private static final Set<String> LINES = Set.of("", "text", "date", "time");

    private final String source;
    private final List<Token> tokens;
    private final Map<String, String> metadata = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, SectionBuilder> sections = new LinkedHashMap<>();
    private final List<SectionBuilder> open = new ArrayList<>();
    private int at;

    private MrrtReader(String source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /** Reads the document {@code html}; {@code source} names it in errors. */
    static Template read(String source, String html) throws TemplateException {
        return new MrrtReader(source, HtmlTokens.of(html)).read();
    }

    private Template read() throws TemplateException {
        readLabels();
        for (at = 0; at < tokens.size(); at++) {
            accept(tokens.get(at));
        }
        try {
            return new Template(
                    required("dcterms.identifier"),
                    required("dcterms.title"),
                    metadata.getOrDefault("candela.modality", ""),
                    bodyParts(),
                    sections.values().stream().map(SectionBuilder::build).toList());
        } catch (IllegalArgumentException e) {
            throw new TemplateException(source, String.valueOf(e.getMessage()));
        }
    }

    private void readLabels() {
        for (at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.starts("label")) {
                at++;
                labels.put(token.attribute("for"), textUntilEnd("label"));
            }
        }
    }

    private void accept(Token token) throws TemplateException {
        if (token.starts("meta")) {
            metadata.put(token.attribute("name").toLowerCase(Locale.ROOT), token.attribute("content"));
        } else if (token.starts("section")) {
            openSection(token);
        } else if (token.ends("section") && !open.isEmpty()) {
            open.remove(open.size() - 1);
        } else if (token.starts("textarea")) {
            at++;
            add(token, TemplateField.Content.of(TemplateField.Kind.PROSE), textUntilEnd("textarea"));
        } else if (token.starts("input")) {
            add(token, inputContent(token), token.attribute("value"));
        } else if (token.starts("select")) {
            addChoice(token);
        }
    }

    private void openSection(Token token) {
        String name = token.attribute("data-section-name");
        boolean isRequired = token.attribute("data-section-required").equalsIgnoreCase("true");
        String key = name.isBlank() ? "section " + sections.size() : name;
        open.add(sections.computeIfAbsent(key, heading -> new SectionBuilder(heading, isRequired)));
    }

    private TemplateField.Content inputContent(Token token) throws TemplateException {
        String type = token.attribute("type").toLowerCase(Locale.ROOT);
        if (type.equals("number")) {
            return new TemplateField.Content(TemplateField.Kind.NUMBER, List.of(), token.attribute("data-field-units"));
        }
        if (!LINES.contains(type)) {
            throw new TemplateException(
                    source,
                    "field " + token.attribute("id") + " is an input of type " + type + ", which is not supported");
        }
        return TemplateField.Content.of(TemplateField.Kind.LINE);
    }

    private void addChoice(Token select) throws TemplateException {
        List<String> options = new ArrayList<>();
        String chosen = "";
        for (at++; at < tokens.size() && !tokens.get(at).ends("select"); at++) {
            Token token = tokens.get(at);
            if (token.starts("option")) {
                options.add(token.attribute("value"));
                chosen = token.has("selected") ? token.attribute("value") : chosen;
            }
        }
        if (options.isEmpty()) {
            throw new TemplateException(source, "field " + select.attribute("id") + " offers no option");
        }
        String initial = chosen.isEmpty() ? options.get(0) : chosen;
        add(select, new TemplateField.Content(TemplateField.Kind.CHOICE, options, ""), initial);
    }

    private void add(Token token, TemplateField.Content content, String initialText) throws TemplateException {
        String id = token.attribute("id");
        if (open.isEmpty() || id.isBlank()) {
            throw new TemplateException(source, "field \"" + id + "\" needs an id and a section around it");
        }
        SectionBuilder section = open.get(open.size() - 1);
        String name = labels.getOrDefault(id, token.attribute("name"));
        String shown = name.equalsIgnoreCase(section.name) ? "" : name;
        section.fields.add(new TemplateField(id, shown, content, initialText.strip(), token.has("required")));
    }

    private String textUntilEnd(String element) {
        StringBuilder text = new StringBuilder();
        for (; at < tokens.size() && !tokens.get(at).ends(element); at++) {
            if (tokens.get(at).kind() == Kind.TEXT) {
                text.append(tokens.get(at).content());
            }
        }
        return text.toString().strip();
    }

    private Set<String> bodyParts() {
        return Stream.of(metadata.getOrDefault("candela.body-parts", "").split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
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
