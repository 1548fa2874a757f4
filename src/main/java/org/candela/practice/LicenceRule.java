package org.candela.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A full licence of the patient's state in force on the date of the reading, by every clock of that state. */
// [impl->req~licence.required~1]
final class LicenceRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.licence";
    }

    @Override
    public String text() {
        return "The reader holds a full licence, in force today, of the state where the patient is.";
    }

    @Override
    public boolean canBeOverridden(ClaimQuestion question, PracticeRecords records) {
        return !question.place().states().isEmpty()
                && question.place().states().stream()
                        .allMatch(state -> findLicence(state, question, records).isPresent()
                                || records.hasEmergency(state, question.at()));
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        if (question.place().states().isEmpty()) {
            return Stream.of(block(
                    "It is unknown which state the patient is in: enter the states that the facility serves.",
                    question.place().evidence()));
        }
        return question.place().states().stream().map(state -> of(state, question, records));
    }

    private GateFinding of(Jurisdiction state, ClaimQuestion question, PracticeRecords records) {
        List<Licence> held = records.licencesOf(state).toList();
        String from = question.place().evidence() + "; ";
        return findLicence(state, question, records)
                .map(licence -> met("Licensed in " + state.title() + ".", from + licence.text()))
                .orElseGet(() -> block(
                        "No licence of " + state.title() + " allows reading today.", from + evidence(state, held)));
    }

    private static Optional<Licence> findLicence(Jurisdiction state, ClaimQuestion question, PracticeRecords records) {
        return records.licencesOf(state)
                .filter(licence -> licence.isInForce(question.at()))
                .findFirst();
    }

    private static String evidence(Jurisdiction state, List<Licence> held) {
        return held.isEmpty()
                ? "no licence of " + state + " on file"
                : held.stream().map(Licence::text).collect(Collectors.joining("; "));
    }
}
