package org.candela.practice;

import java.util.stream.Stream;

/** Breast images on displays for mammography alone, and where the facility lets them be read from outside. */
// [impl->req~licence.mammography~1]
final class BreastImagingRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.mammography";
    }

    @Override
    public String text() {
        return "Breast images are read on displays of at least 5 MP that passed a mammography standard, and not where they"
                + " must be read within the facility.";
    }

    @Override
    public boolean canBeOverridden(ClaimQuestion question, PracticeRecords records) {
        return false;
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        if (!question.work().isBreastImaging()) {
            return Stream.empty();
        }
        if (records.termsOf(question.facility()).breastInFacility()) {
            return Stream.of(
                    block("Breast images of this facility are read within it alone.", "entered for the facility"));
        }
        String evidence = question.desk().evidence();
        return Stream.of(
                question.desk().mammography()
                        ? met("The displays may show breast images.", evidence)
                        : block("The displays here are not for mammography.", evidence));
    }
}
