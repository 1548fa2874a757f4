package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.base.Uid;
import org.candela.report.ReportedPrior.Whereabouts;
import org.candela.report.check.SignRules;
import org.candela.report.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final LocalDate THEN = LocalDate.of(2024, 1, 2);
    private static final ReportedPrior HERE = ReportSamples.here(ReportSamples.PRIOR);
    private static final ReportedPrior OFFLINE = away(1, THEN, Whereabouts.OFFLINE);

    private static ReportedPrior away(int number, LocalDate day, Whereabouts whereabouts) {
        return new ReportedPrior(new Uid("2.25.7." + number), day, "MR brain", "North", whereabouts);
    }

    private static SignContext context(ReportedPriors priors, String text, List<Uid> onScreen) {
        ReportDraft draft = ReportSamples.draft(ReportSamples.study(priors)).withText("comparison", text);
        List<Uid> seen = new ArrayList<>(onScreen);
        seen.add(ReportSamples.STUDY);
        return new SignContext(draft, ReportSamples.template(), SignatureMeaning.FINAL, seen);
    }

    private static ReportedPriors known(ReportedPrior... priors) {
        return new ReportedPriors(List.of(priors), List.of());
    }

    private static String words(ReportedPriors priors, Uid... onScreen) {
        return Comparison.of(context(priors, "", List.of(onScreen)))
                .orElseThrow()
                .words();
    }

    private static List<String> findings(ReportedPriors priors, String text) {
        return SignRules.standard().check(context(priors, text, List.of())).stream()
                .map(SignFinding::message)
                .toList();
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void whatWasSeenAndWhatIsKnownAndAwayAreTold() {
        assertEquals(
                "Compared with CT chest of 2025-03-04."
                        + " Known and not available: MR brain of 2024-01-02 at North (offline).",
                words(known(HERE, OFFLINE), ReportSamples.EARLIER));
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void whatWasNotOnTheScreensIsNotCalledCompared() {
        assertEquals("Here and not compared: CT chest of 2025-03-04.", words(known(HERE)));
        assertEquals(
                "Known and not available: MR brain of 2024-01-02 at North (not brought here).",
                words(known(away(1, THEN, Whereabouts.NOT_BROUGHT))));
        assertEquals("No earlier examination is known.", words(ReportedPriors.NONE));
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void silentFacilitiesAreNamedBecauseNobodyKnowsWhatTheyHave() {
        assertEquals(
                "Compared with CT chest of 2025-03-04. Earlier examinations may exist elsewhere:"
                        + " north and south did not answer.",
                words(new ReportedPriors(List.of(HERE), List.of("north", "south")), ReportSamples.EARLIER));
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void ofManyThatAreAwayTheFirstThreeAreNamedAndTheOthersCounted() {
        List<ReportedPrior> many = IntStream.range(0, 5)
                .mapToObj(number -> away(number, THEN.plusDays(number), Whereabouts.NEARLINE))
                .toList();

        assertEquals(
                "Known and not available: MR brain of 2024-01-02 at North (slow to come);"
                        + " MR brain of 2024-01-03 at North (slow to come);"
                        + " MR brain of 2024-01-04 at North (slow to come); and 2 more.",
                words(new ReportedPriors(many, List.of())));
    }

    // [utest->req~report.comparison-words~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "None. | Compared with A.",
                "'' | Compared with A.",
                "Film of 1998. | Film of 1998.\\nCompared with A.",
                "Compared with B. Stable. | Compared with A. Stable.",
                "Compared with A. Stable. | Compared with A. Stable."
            })
    void theWordsReplaceADenialAndTheirFormerSelvesAndNothingElse(String text, String expected) {
        Comparison comparison = new Comparison("comparison", "Compared with A.");

        assertEquals(expected.replace("\\n", "\n"), comparison.in(text, "Compared with B."));
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void theWordsThemselvesPassTheChecks() {
        ReportedPriors priors = new ReportedPriors(List.of(HERE, OFFLINE), List.of("south"));

        assertEquals(List.of(), findings(priors, words(priors, ReportSamples.EARLIER)));
        assertEquals(List.of(), findings(priors, words(priors)));
    }

    // [utest->req~report.sign-comparison-away~1]
    @Test
    void theDateOfAKnownPriorThatIsNotHereWarnsInWords() {
        assertEquals(
                List.of("Known, but not here to compare: MR brain of 2024-01-02 at North (offline)."),
                findings(known(HERE, OFFLINE), "Compared with MR brain of 2 Jan 2024 and CT of 2025-03-04."));
    }

    // [utest->req~report.sign-comparison-away~1]
    @Test
    void anUnknownDateIsToldApartAndSilenceIsNamed() {
        assertEquals(
                List.of("No earlier examination of 2019-05-06 is known."),
                findings(known(HERE, OFFLINE), "MR of 2019-05-06."));
        assertEquals(List.of(), findings(known(HERE, OFFLINE), "MR of 2019-05-06, not available."));
        assertEquals(
                List.of("No earlier examination of 2019-05-06 is known (south did not answer)."),
                findings(new ReportedPriors(List.of(HERE), List.of("south")), "MR of 2019-05-06."));
    }

    // [utest->req~report.sign-comparison-denied~1]
    @Test
    void noneIsAskedAboutWhereOneIsKnownAndAway() {
        assertEquals(
                List.of(
                        "Comparison says none, but one is known and not here: MR brain of 2024-01-02 at North (offline)."),
                findings(known(OFFLINE), "None."));
        assertEquals(
                List.of("Comparison says none, but an examination of 2025-03-04 is here."),
                findings(known(OFFLINE, HERE), "None."));
        assertEquals(List.of(), findings(ReportedPriors.NONE, "None."));
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void whatIsKnownIsKeptWithTheDraft(@TempDir Path folder) throws Exception {
        ReportedPriors priors = new ReportedPriors(List.of(HERE, OFFLINE), List.of("south"));
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Ledger ledger = ReportSamples.ledger(folder, clock);
        try (var database = ledger.database()) {
            ReportSamples.save(ledger, ReportSamples.draft(ReportSamples.study(priors)));

            ReportDraft kept =
                    new Reports(database, Templates.shipped()).unsignedDrafts().get(0);

            assertEquals(priors, kept.study().priors());
        }
    }
}
