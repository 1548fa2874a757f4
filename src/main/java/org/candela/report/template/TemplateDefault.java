package org.candela.report.template;

/**
 * A template that somebody said is the one for certain studies, whatever its own words say.
 *
 * @param use the studies; modality and words of the body part must be in them
 * @param identifier the template's {@code dcterms.identifier}, without a version
 */
public record TemplateDefault(Holder holder, TemplateUse use, String identifier) {
    /** A rule for a template at hand, whatever its version. */
    public static TemplateDefault of(Holder holder, TemplateUse use, Template template) {
        return new TemplateDefault(holder, use, TemplateVersion.identifier(template.id()));
    }
}
