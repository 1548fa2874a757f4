package org.candela.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.practice.FacilityTerms.LocalTeam;

/** Studies that the facility reads together with somebody of its own. */
// [impl->req~licence.local-team~1]
final class LocalTeamRule implements ClaimRule {
    private static final int ADULT = 18;

    @Override
    public String id() {
        return "claim.local-team";
    }

    @Override
    public String text() {
        return "What the facility reads with a team of its own is marked.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        Set<LocalTeam> asked = records.termsOf(question.facility()).localTeam();
        List<GateFinding> found = new ArrayList<>();
        boolean isChild =
                question.work().patientYears().filter(years -> years < ADULT).isPresent();
        if (asked.contains(LocalTeam.PAEDIATRIC) && isChild) {
            found.add(warn("A child: this facility has its own team read with you.", "entered for the facility"));
        }
        if (asked.contains(LocalTeam.INTERVENTIONAL) && question.work().isOf("XA", "RF")) {
            found.add(warn("Intervention: this facility has its own team there.", "entered for the facility"));
        }
        return found.stream();
    }
}
