package org.candela.practice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** An approved credential of the facility for what is read there. */
// [impl->req~licence.credential~1]
final class CredentialRule implements ClaimRule {
    @Override
    public String id() {
        return "claim.credential";
    }

    @Override
    public String text() {
        return "The facility has credentialed the reader for these studies and this kind of report.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        SortedSet<LocalDate> days = question.days();
        List<Credential> all = records.credentialsAt(question.facility()).toList();
        Optional<Credential> valid =
                all.stream().filter(credential -> isInForce(credential, days)).findFirst();
        return Stream.of(valid.map(credential -> judge(credential, question)).orElseGet(() -> missing(all)));
    }

    private static boolean isInForce(Credential credential, Collection<LocalDate> days) {
        return credential.status() == Credential.Status.APPROVED
                && credential.approved().filter(period -> period.covers(days)).isPresent();
    }

    private GateFinding judge(Credential credential, ClaimQuestion question) {
        String evidence =
                "approved " + credential.approved().map(Period::toString).orElse("") + " for "
                        + credential.reads().name().toLowerCase(Locale.ROOT) + " reports";
        List<String> beyond = question.work().modalities().stream()
                .filter(modality -> !credential.covers(modality))
                .sorted()
                .toList();
        if (!beyond.isEmpty()) {
            return block("The credential does not cover " + String.join(", ", beyond) + ".", evidence);
        }
        if (credential.reads().allows(question.work().asked())) {
            return met("Credentialed there.", evidence);
        }
        String only = "Preliminary reports only may be signed there.";
        return question.step() == GateStep.CLAIM ? warn(only, evidence) : block(only, evidence);
    }

    private GateFinding missing(List<Credential> all) {
        return all.stream()
                .findFirst()
                .map(credential -> block("The credential there is not in force.", credential.standing()))
                .orElseGet(() -> block("Not credentialed at this facility.", "no credential on file"));
    }
}
