package org.candela.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The report templates at hand, and which of them suits a study. Immutable. */
public final class Templates {
    private static final List<String> SHIPPED =
            List.of("general", "ct-head", "ct-chest", "mr-brain", "cr-chest", "us-abdomen", "mg-screening");

    private final List<Template> templates;

    private Templates(List<Template> templates) {
        this.templates = List.copyOf(templates);
    }

    /**
     * The templates that come with the workstation.
     *
     * @throws TemplateException when one of them cannot be read, which a test prevents
     */
    public static Templates shipped() throws TemplateException {
        List<Template> templates = new ArrayList<>();
        for (String name : SHIPPED) {
            templates.add(MrrtReader.read(name, resource("shipped/" + name + ".html")));
        }
        return new Templates(templates);
    }

    /** All templates, in a fixed order; the first is the general one. */
    public List<Template> all() {
        return templates;
    }

    /** The template with this {@code dcterms.identifier}. */
    public Optional<Template> withId(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /**
     * The template for a study: of its modality, with the most body-part words in the study description. The general
     * template when no word matches, because a form for another organ invites statements about what was not examined.
     */
    public Template forStudy(String modality, String description) {
        return templates.stream()
                .filter(template -> template.fitness(modality, description) > 0)
                .max(Comparator.comparingInt(template -> template.fitness(modality, description)))
                .orElse(templates.get(0));
    }

    private static String resource(String name) throws TemplateException {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new TemplateException(name, "is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TemplateException(name, "cannot be read: " + e.getMessage());
        }
    }
}
