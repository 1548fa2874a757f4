package org.candela.report;

import java.util.List;
import org.candela.base.Uid;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;

/**
 * What the checks look at.
 *
 * @param studiesOnScreen Study Instance UIDs open in the viewer, the study being read and its priors
 */
public record SignContext(
        ReportDraft draft, Template template, SignatureMeaning meaning, List<Uid> studiesOnScreen, SignFacts facts) {
    public SignContext {
        studiesOnScreen = List.copyOf(studiesOnScreen);
    }

    /** Without anything that is known beside the text. */
    public SignContext(ReportDraft draft, Template template, SignatureMeaning meaning, List<Uid> studiesOnScreen) {
        this(draft, template, meaning, studiesOnScreen, SignFacts.NONE);
    }

    /** Text of the section with this heading; empty when the template has none. */
    public String sectionText(String heading) {
        return template.section(heading)
                .map(section -> ReportSection.textOf(section, draft))
                .orElse("");
    }

    /** First field of the section with this heading; empty when the template has none. */
    public String firstFieldOf(String heading) {
        return template.section(heading).stream()
                .flatMap(section -> section.fields().stream())
                .map(TemplateField::id)
                .findFirst()
                .orElse("");
    }
}
