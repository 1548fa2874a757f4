package org.candela.report.check;

import java.util.List;
import org.candela.report.ReportedStudy;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;

/** A report that names neither patient nor order cannot be filed by whoever receives it. */
// [impl->req~report.sign-no-identity~1]
final class IdentityRule implements SignRule {
    @Override
    public String id() {
        return "sign.no-identity";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        ReportedStudy study = context.draft().study();
        boolean isIdentified = !study.patient().id().isBlank()
                || !study.order().accessionNumber().isBlank();
        return isIdentified
                ? List.of()
                : List.of(block(
                        "", "The study has neither a patient id nor an accession number to file the report under."));
    }
}
