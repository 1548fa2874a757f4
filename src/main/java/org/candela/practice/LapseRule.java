package org.candela.practice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Warns of what lapses soon: licence, credential, policy that this reading rests on. */
// [impl->req~licence.lapse~1]
final class LapseRule implements ClaimRule {
    /** The earliest warning, in days. */
    static final int EARLIEST_DAYS = 60;

    @Override
    public String id() {
        return "claim.lapse";
    }

    @Override
    public String text() {
        return "What lapses within 60 days is told.";
    }

    @Override
    public Stream<GateFinding> findings(ClaimQuestion question, PracticeRecords records) {
        LocalDate today = question.days().last();
        Stream<Ending> licences = question.place().states().stream()
                .flatMap(records::licencesOf)
                .filter(licence -> licence.grade().allowsReading())
                .map(licence -> new Ending(licence.text(), licence.period()));
        Stream<Ending> credentials = records.credentialsAt(question.facility())
                .flatMap(credential -> credential.approved().stream())
                .map(approved -> new Ending("the credential there (" + approved + ")", approved));
        Stream<Ending> policies = records.policies().stream()
                .filter(policy -> policy.facilities().contains(question.facility()))
                .map(policy -> new Ending(policy.text(), policy.period()));
        return Stream.of(licences, credentials, policies)
                .flatMap(part -> part)
                .filter(ending -> ending.period().covers(today))
                .filter(ending -> ending.days(today) <= EARLIEST_DAYS)
                .map(ending -> warn("Lapses in " + ending.days(today) + " days.", ending.what()));
    }

    private record Ending(String what, Period period) {
        long days(LocalDate today) {
            return ChronoUnit.DAYS.between(today, period.through());
        }
    }
}
