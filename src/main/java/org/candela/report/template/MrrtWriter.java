package org.candela.report.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** Writes a template as an MRRT document that {@link MrrtReader} reads to the same template. */
// [impl->req~template.import~1]
final class MrrtWriter {
    private MrrtWriter() {}

    static String write(Template template) {
        Document document = Document.createShell("");
        document.prependChild(new DocumentType("html", "", ""));
        document.outputSettings().prettyPrint(false).charset("UTF-8");
        head(document.head(), template);
        for (TemplateSection section : template.sections()) {
            section(document.body(), section);
        }
        return document.outerHtml() + "\n";
    }

    private static void head(Element head, Template template) {
        line(head).appendElement("meta").attr("charset", "UTF-8");
        line(head).appendElement("title").text(template.title());
        Map<String, String> metadata = new TreeMap<>(template.metadata());
        metadata.putIfAbsent("dcterms.type", "IMAGE_REPORT_TEMPLATE");
        metadata.put("dcterms.identifier", template.id());
        metadata.put("dcterms.title", template.title());
        TemplateUse use = template.use();
        put(metadata, "candela.modality", String.join(", ", use.modalities()));
        put(metadata, "candela.body-parts", String.join(", ", use.bodyParts()));
        put(metadata, "candela.words", String.join(", ", use.words()));
        put(metadata, "candela.contrast", use.contrast());
        put(metadata, "candela.sex", use.sex());
        put(metadata, "candela.ages", use.ages().inWords());
        metadata.forEach((name, content) ->
                line(head).appendElement("meta").attr("name", name).attr("content", content));
        codes(head, template);
    }

    private static void put(Map<String, String> metadata, String name, String content) {
        if (!content.isEmpty()) {
            metadata.put(name, content);
        }
    }

    private static void codes(Element head, Template template) {
        List<TemplateField> coded = template.fields().stream()
                .filter(field -> !field.codes().isEmpty())
                .toList();
        Element attributes = new Element("template_attributes");
        attributes.appendElement("top-level-flag").text("true");
        attributes.appendElement("status").text("ACTIVE");
        Element content = attributes.appendElement("coded_content");
        for (TemplateField field : coded) {
            Element term =
                    content.appendElement("entry").attr("ORIGTXT", field.id()).appendElement("term");
            for (FieldCode code : field.codes()) {
                term.appendElement("code")
                        .attr("meaning", code.meaning())
                        .attr("value", code.value())
                        .attr("scheme", code.scheme());
            }
        }
        Document xml = new Document("");
        xml.outputSettings().prettyPrint(false).syntax(Document.OutputSettings.Syntax.xml);
        xml.appendChild(attributes);
        line(head).appendElement("script").attr("type", "text/xml").appendChild(new DataNode(xml.html()));
    }

    private static void section(Element body, TemplateSection section) {
        Element written = line(body)
                .appendElement("section")
                .attr("data-section-name", section.name())
                .attr("data-section-required", String.valueOf(section.isRequired()));
        written.appendElement("header").addClass("level1").text(section.name());
        for (TemplateField field : section.fields()) {
            Element line = line(written).appendElement("p");
            String name = field.name().isEmpty() ? section.name() : field.name();
            if (!field.name().isEmpty()) {
                line.appendElement("label").attr("for", field.id()).text(field.name());
            }
            Element element = element(line, field).attr("id", field.id()).attr("name", name);
            conduct(element, field);
        }
        line(body);
    }

    private static Element element(Element line, TemplateField field) {
        return switch (field.content().kind()) {
            case PROSE -> {
                Element area = line.appendElement("textarea").attr("data-field-type", "TEXT");
                area.text(field.initialText());
                yield area;
            }
            case LINE ->
                line.appendElement("input")
                        .attr("type", "text")
                        .attr("value", field.initialText())
                        .attr("data-field-type", "TEXT");
            case NUMBER -> number(line, field);
            case CHOICE -> choice(line, field);
        };
    }

    private static Element number(Element line, TemplateField field) {
        Element input = line.appendElement("input")
                .attr("type", "number")
                .attr("value", field.initialText())
                .attr("data-field-type", "NUMBER")
                .attr("data-field-units", field.content().unit());
        NumberLimits limits = field.content().limits();
        attribute(input, "min", limits.min());
        attribute(input, "max", limits.max());
        attribute(input, "step", limits.step());
        return input;
    }

    private static Element choice(Element line, TemplateField field) {
        Element select = line.appendElement("select").attr("data-field-type", "SELECTION_LIST");
        boolean isFirst = field.initialText().equals(field.content().options().get(0));
        for (String option : field.content().options()) {
            Element written =
                    select.appendElement("option").attr("value", option).text(option);
            if (!isFirst && option.equals(field.initialText())) {
                written.attr("selected", "selected");
            }
        }
        return select;
    }

    private static void conduct(Element element, TemplateField field) {
        if (field.isRequired()) {
            element.attr("required", "required");
        }
        attribute(element, "data-field-verbal-trigger", field.conduct().verbalTrigger());
        if (field.conduct().isMerged()) {
            element.attr("data-field-merge-flag", "true");
        }
        element.attr("data-field-completion-action", field.conduct().completionAction());
    }

    private static void attribute(Element element, String name, String value) {
        if (!value.isEmpty()) {
            element.attr(name, value);
        }
    }

    private static Element line(Element parent) {
        parent.appendText("\n");
        return parent;
    }
}
