package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candela.practice.DossierItem.Paper;

/**
 * What the reader should see to: what lapses, what is awaited, which papers lack, which licence would open most. Pure.
 *
 * @param lapses what ends within half a year or has ended, soonest first
 * @param awaited applications that are not decided, by the day they are expected
 * @param lacking papers that facilities usually ask for
 * @param wanted states of facilities without a licence, those with most studies first
 * @param listIsOld whether the list of compact states is older than 90 days
 */
// [impl->req~licence.plan~1]
public record PracticePlan(
        List<Dated> lapses, List<Dated> awaited, List<String> lacking, List<Wanted> wanted, boolean listIsOld) {
    private static final long AHEAD_DAYS = 180;

    /**
     * Something with a day.
     *
     * @param days from today; negative when it is past
     */
    public record Dated(String what, LocalDate day, long days) {
        static Dated of(String what, LocalDate day, LocalDate today) {
            return new Dated(what, day, ChronoUnit.DAYS.between(today, day));
        }
    }

    /**
     * A licence that is not held.
     *
     * @param studies listed studies that it would open
     * @param way how it is got, for people
     */
    public record Wanted(Jurisdiction state, int studies, String way) {}

    /** @param volume how many studies are listed of each state that facilities serve */
    public static PracticePlan of(
            PracticeRecords records, Map<Jurisdiction, Integer> volume, CompactStates compact, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new PracticePlan(
                lapses(records, today),
                awaited(records, today),
                lacking(records, today),
                volume.entrySet().stream()
                        .filter(entry ->
                                records.licencesOf(entry.getKey()).noneMatch(licence -> licence.isInForce(now)))
                        .map(entry -> new Wanted(entry.getKey(), entry.getValue(), compact.way(entry.getKey())))
                        .sorted(Comparator.comparingInt(Wanted::studies)
                                .reversed()
                                .thenComparing(Wanted::state))
                        .toList(),
                compact.isOld(today));
    }

    private static List<Dated> lapses(PracticeRecords records, LocalDate today) {
        Stream<Dated> licences = records.licences().stream()
                .map(licence -> Dated.of(licence.text(), licence.period().through(), today));
        Stream<Dated> credentials = records.credentials().stream().flatMap(credential -> credential.approved().stream()
                .map(period -> Dated.of(credential.text(), period.through(), today)));
        Stream<Dated> policies = records.policies().stream()
                .map(policy -> Dated.of(policy.text(), policy.period().through(), today));
        Stream<Dated> contracts = records.engagements().stream()
                .map(engagement ->
                        Dated.of(engagement.text(), engagement.period().through(), today));
        Stream<Dated> papers = records.dossier().stream()
                .flatMap(item -> item.expires().stream().map(day -> Dated.of(item.text(), day, today)));
        return Stream.of(licences, credentials, policies, contracts, papers)
                .flatMap(part -> part)
                .filter(dated -> dated.days() <= AHEAD_DAYS)
                .sorted(Comparator.comparing(Dated::day))
                .toList();
    }

    private static List<Dated> awaited(PracticeRecords records, LocalDate today) {
        return records.credentials().stream()
                .filter(credential -> credential.status() == Credential.Status.APPLIED
                        || credential.status() == Credential.Status.IN_REVIEW)
                .map(credential -> Dated.of(credential.text(), credential.expected(), today))
                .sorted(Comparator.comparing(Dated::day))
                .toList();
    }

    private static List<String> lacking(PracticeRecords records, LocalDate today) {
        List<String> lacking = new ArrayList<>();
        for (Paper paper : Paper.values()) {
            long valid = records.dossier().stream()
                    .filter(item -> item.paper() == paper && item.isValidOn(today))
                    .count();
            if (valid < paper.usual()) {
                lacking.add(paper.title() + ": " + valid + " of " + paper.usual());
            }
        }
        return lacking;
    }
}
