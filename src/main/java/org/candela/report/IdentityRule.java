package org.candela.report;

import java.util.List;

/** A report that names neither patient nor order cannot be filed by whoever receives it. */
// [impl->req~report.sign-no-identity~1]
final class IdentityRule implements SignRule {
    @Override
    public String id() {
        return "sign.no-identity";
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        ReportedStudy study = context.draft().study();
        boolean isIdentified = !study.patient().id().isBlank()
                || !study.order().accessionNumber().isBlank();
        return isIdentified
                ? List.of()
                : List.of(SignFinding.block(
                        this,
                        "",
                        "The study has neither a patient id nor an accession number to file the report under."));
    }
}
