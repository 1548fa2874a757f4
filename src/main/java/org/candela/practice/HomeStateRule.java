package org.candela.practice;

import java.util.stream.Stream;

/** Shows a patient's address in another state than the study was made in. */
// [impl->req~licence.patient-state~1]
final class HomeStateRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.home-state";
    }

    @Override
    public String text() {
        return "An address in another state than the study was made in is shown.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        return question.place().differingHome().stream().map(home -> {
            boolean isLicensed = records.licencesOf(home).anyMatch(licence -> licence.isInForce(question.at()));
            String licensed = isLicensed ? "licensed there" : "no licence of " + home + " in force";
            return warn(
                    "The patient's address is in " + home.title() + ".",
                    question.place().evidence() + "; " + licensed);
        });
    }
}
