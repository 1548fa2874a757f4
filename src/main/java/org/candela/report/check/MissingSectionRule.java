package org.candela.report.check;

import java.util.List;
import org.candela.report.ReportSection;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.template.TemplateSection;

/** A required section must say something, even if it is only that there is nothing. */
// [impl->req~report.sign-section-missing~1]
final class MissingSectionRule implements SignRule {
    @Override
    public String id() {
        return "sign.section-missing";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        return context.template().sections().stream()
                .filter(TemplateSection::isRequired)
                .filter(section ->
                        ReportSection.textOf(section, context.draft()).isEmpty())
                .map(section -> block(context.firstFieldOf(section.name()), section.name() + " is empty."))
                .toList();
    }
}
