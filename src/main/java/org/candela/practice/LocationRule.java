package org.candela.practice;

import java.util.Optional;
import java.util.stream.Stream;

/** Where the reader sits, attested for this shift; Medicare pays for nothing that is read outside the United States. */
// [impl->req~licence.location~1]
final class LocationRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.location";
    }

    @Override
    public String text() {
        return "The reader attests for each shift to sit in the United States.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        Optional<ReadingLocation> now = records.location().filter(location -> location.holdsAt(question.at()));
        if (now.isEmpty()) {
            return Stream.of(warn("Where you read from is not attested for this shift.", "no attestation of today"));
        }
        ReadingLocation location = now.orElseThrow();
        String evidence = location.text();
        return Stream.of(
                location.isInTheUnitedStates()
                        ? met("Read from within the United States.", evidence)
                        : block("You read from outside the United States.", evidence));
    }
}
