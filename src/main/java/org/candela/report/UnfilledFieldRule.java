package org.candela.report;

import java.util.List;

/** A bracketed place or a required blank is unfinished work: tolerable in a preliminary report, not in a final one. */
// [impl->req~report.sign-field-unfilled~1]
final class UnfilledFieldRule implements SignRule {
    @Override
    public String id() {
        return "sign.field-unfilled";
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        return context.template().fields().stream()
                .filter(field -> field.isUnfilled(context.draft().text(field.id())))
                .map(field -> finding(context.meaning(), field))
                .toList();
    }

    private SignFinding finding(SignatureMeaning meaning, TemplateField field) {
        String name = field.name().isEmpty() ? field.id() : field.name();
        return switch (meaning) {
            case FINAL -> SignFinding.block(this, field.id(), name + " is not filled in.");
            case PRELIMINARY -> SignFinding.warn(this, field.id(), name + " is not filled in.");
        };
    }
}
