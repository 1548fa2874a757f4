package org.candela.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.store.Tx;

/** The report templates at hand, and which of them suits a study. Immutable. */
// [impl->req~template.shipped~1]
public final class Templates implements TemplateSupply {
    private final List<ShelvedTemplate> shelved;
    private final List<TemplateDefault> defaults;

    Templates(List<ShelvedTemplate> shelved, List<TemplateDefault> defaults) {
        this.shelved = List.copyOf(shelved);
        this.defaults = List.copyOf(defaults);
    }

    /**
     * The templates that come with the workstation.
     *
     * @throws TemplateException when one of them cannot be read, which a test prevents
     */
    public static Templates shipped() throws TemplateException {
        return new Templates(ShippedTemplates.ALL, List.of());
    }

    /** All templates, in a fixed order; the first of those that are shipped is the general one. */
    public List<Template> all() {
        return shelved.stream().map(ShelvedTemplate::template).toList();
    }

    /** All templates with their holders. */
    public List<ShelvedTemplate> shelved() {
        return shelved;
    }

    /** What somebody said is the template for certain studies. */
    public List<TemplateDefault> defaults() {
        return defaults;
    }

    /** The template with this id. */
    public Optional<Template> withId(String id) {
        return all().stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** The same, of which no more is known than modality and description. */
    public Template forStudy(String modality, String description) {
        return forStudy(StudyKind.of(modality, description));
    }

    /**
     * The template for a study. A personal one beats one of the facility, which beats a shipped one. Of one holder, what was
     * said to be the default comes first, then what has most words in common with the study. The general template when nothing
     * fits, because a form for another organ invites statements about what was not examined.
     */
    public Template forStudy(StudyKind study) {
        return Stream.of(Layer.values())
                .flatMap(layer -> of(layer, study).stream())
                .findFirst()
                .orElseGet(this::general)
                .begunFor(study);
    }

    @Override
    public Templates at(Tx tx, String facility) {
        return this;
    }

    @Override
    public Optional<Template> version(Tx tx, String templateId) {
        return withId(templateId);
    }

    /** The form of sections alone. */
    public Template general() {
        return shelved.stream()
                .filter(one -> one.holder().layer() == Layer.SHIPPED)
                .map(ShelvedTemplate::template)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Template> of(Layer layer, StudyKind study) {
        Optional<Template> said = defaults.stream()
                .filter(entry -> entry.holder().layer() == layer && entry.use().fitness(study) > 0)
                .max(Comparator.comparingInt(entry -> entry.use().fitness(study)))
                .flatMap(entry -> named(entry.identifier()));
        if (said.isPresent()) {
            return said;
        }
        Optional<Template> best = Optional.empty();
        int most = 0;
        for (ShelvedTemplate one : shelved) {
            int fitness = one.holder().layer() == layer ? one.template().use().fitness(study) : 0;
            if (fitness > most) {
                most = fitness;
                best = Optional.of(one.template());
            }
        }
        return best;
    }

    private Optional<Template> named(String identifier) {
        return all().stream()
                .filter(template -> TemplateVersion.identifier(template.id()).equals(identifier))
                .findFirst();
    }

    /** The documents in the program, read once. */
    private static final class ShippedTemplates {
        private static final String INDEX = "shipped/index.txt";

        static final List<ShelvedTemplate> ALL = read();

        private ShippedTemplates() {}

        private static List<ShelvedTemplate> read() {
            try {
                return all();
            } catch (TemplateException e) {
                throw new IllegalStateException("a shipped template cannot be read", e);
            }
        }

        private static List<ShelvedTemplate> all() throws TemplateException {
            List<ShelvedTemplate> templates = new ArrayList<>();
            for (String name : resource(INDEX).lines().map(String::strip).toList()) {
                if (!name.isEmpty()) {
                    Template template = MrrtReader.read(name, resource("shipped/" + name + ".html"));
                    templates.add(new ShelvedTemplate(template, Holder.PROGRAM));
                }
            }
            return List.copyOf(templates);
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
}
