package org.candela.study.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.study.Patient;
import org.candela.study.prior.PriorMatch.Evidence;
import org.candela.study.prior.PriorMatch.Sureness;
import org.candela.study.prior.PriorRules.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~study.prior.match~1]
class PriorRulesTest {
    private static final FacilityId NORTH = new FacilityId("north");
    private static final FacilityId SOUTH = new FacilityId("south");
    private static final LocalDate BORN = LocalDate.of(1961, 2, 3);
    private final PriorRules rules = PriorRules.shipped();

    private static Patient patient(String id, String issuer, String name, String sex) {
        return new Patient(id, issuer, name, Optional.of(BORN), sex);
    }

    private static Patient born(String name, LocalDate day) {
        return new Patient("A", "", name, Optional.of(day), "F");
    }

    private PriorMatch across(Patient one, Patient other) {
        return rules.compare(new Listed(NORTH, one), new Listed(SOUTH, other));
    }

    @Test
    void theSameIdOfTheSameFacilityIsExact() {
        PriorMatch match = rules.compare(
                new Listed(NORTH, patient("1", "", "DOE^JANE", "F")),
                new Listed(NORTH, patient("1", "", "DOE^JANE", "F")));

        assertEquals(Sureness.EXACT, match.sureness());
    }

    @Test
    void theSameIdOfTheSameIssuerIsExactAtEveryFacility() {
        PriorMatch match = across(patient("1", "STATE", "DOE^JANE", "F"), patient("1", "STATE", "DOE^JANE", "F"));

        assertEquals(Sureness.EXACT, match.sureness());
    }

    @Test
    void equalIdsOfTwoFacilitiesWithoutIssuersAreNotOnePerson() {
        PriorMatch match = across(patient("1", "", "ROE^MARY", "F"), patient("1", "", "DOE^JANE", "F"));

        assertEquals(Sureness.NONE, match.sureness());
    }

    @Test
    void anExactIdBesideAnotherBirthDateAsksForAPerson() {
        PriorMatch match = rules.compare(
                new Listed(NORTH, born("DOE^JANE", BORN)), new Listed(NORTH, born("DOE^JANE", BORN.minusYears(12))));

        assertEquals(Sureness.PROBABLE, match.sureness());
        assertEquals(List.of(Evidence.OTHER_BIRTH_DATE), match.contradictions());
    }

    @Test
    void anExactIdUnderAMarriedNameStaysExactAndSaysSo() {
        PriorMatch match =
                rules.compare(new Listed(NORTH, born("DOE^JANE", BORN)), new Listed(NORTH, born("ROE^JANE", BORN)));

        assertEquals(Sureness.EXACT, match.sureness());
        assertEquals(List.of(Evidence.OTHER_NAME), match.contradictions());
    }

    @Test
    void nameAndBirthDateAreProbableAndNeverExact() {
        PriorMatch match = across(patient("1", "", "DOE^JANE", "F"), patient("77", "", "Doe^Jane^Q", "F"));

        assertEquals(Sureness.PROBABLE, match.sureness());
        assertEquals(99, match.score());
    }

    @Test
    void anotherSexIsShownAsAContradiction() {
        PriorMatch match = across(patient("1", "", "DOE^JANE", "F"), patient("7", "", "DOE^JANE", "M"));

        assertEquals(Sureness.PROBABLE, match.sureness());
        assertEquals(List.of(Evidence.OTHER_SEX), match.contradictions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1961-03-02", "1961-02-08", "1967-02-03"})
    void aBirthDateWithOneSlipIsProbableAndShown(LocalDate close) {
        PriorMatch match = across(born("DOE^JANE", BORN), born("DOE^JANE", close));

        assertEquals(Sureness.PROBABLE, match.sureness());
        assertEquals(List.of(Evidence.CLOSE_BIRTH_DATE), match.contradictions());
    }

    @Test
    void neverByNameAlone() {
        Patient nameless = new Patient("1", "", "DOE^JANE", Optional.empty(), "F");

        assertEquals(Sureness.NONE, across(nameless, nameless).sureness());
        assertEquals(
                Sureness.NONE,
                across(born("DOE^JANE", BORN), born("DOE^JANE", BORN.minusYears(12)))
                        .sureness());
    }

    @Test
    void neverByBirthDateAlone() {
        assertEquals(
                Sureness.NONE,
                across(born("DOE^JANE", BORN), born("ROE^MARY", BORN)).sureness());
        assertEquals(Sureness.NONE, across(born("", BORN), born("", BORN)).sureness());
    }

    @ParameterizedTest
    @CsvSource({
        "MÜLLER^JÜRGEN, Mueller^Juergen",
        "MULLER^JURGEN, Müller^Jürgen",
        "O'BRIEN^SEÁN, OBrien^Sean",
        "ИВАНОВ^ДМИТРИЙ, Ivanov^Dmitry",
        "ЩЕРБАКОВА^ЮЛИЯ, Shcherbakova^Yuliya",
        "Yamada^Tarou=山田^太郎, Yamada^Taro",
        "YAMADA^TARO=山田^太郎, Jamada^T0=山田^太郎",
        "PAPADOPOULOS^GIORGOS, ΠΑΠΑΔΟΠΟΥΛΟΣ^ΓΙΟΡΓΟΣ",
        "SMITH-JONES^ANN, SMITH JONES^ANN",
        "DOE^JANE^ALICE, DOE^JANE^A^^",
        "STRAßE^ÅSA, Strasse^Aasa"
    })
    void oneNameInTwoSpellingsIsProbable(String one, String other) {
        PriorMatch match = across(born(one, BORN), born(other, BORN));

        assertEquals(Sureness.PROBABLE, match.sureness(), match.toString());
        assertEquals(List.of(), match.contradictions());
    }

    @ParameterizedTest
    @CsvSource({
        "DOE^JANE, DOE^JOHN",
        "DOE^JANE, ROE^JANE",
        "DOE^JANE, DOE^",
        "DOE^, DOE^",
        "KIM^MIN, KIM^MINA",
        "LEE^ANN, LE^ANNA"
    })
    void anotherNameIsAnotherPersonWhateverTheBirthDate(String one, String other) {
        PriorMatch match = across(born(one, BORN), born(other, BORN));

        assertEquals(Sureness.NONE, match.sureness(), match.toString());
    }

    @Test
    void anInitialNeedsTheSexToo() {
        Patient unstated = new Patient("7", "", "DOE^J", Optional.of(BORN), "");

        assertEquals(
                Sureness.PROBABLE,
                across(born("DOE^JANE", BORN), born("DOE^J", BORN)).sureness());
        assertEquals(Sureness.NONE, across(born("DOE^JANE", BORN), unstated).sureness());
    }

    @Test
    void whoIsComparedWithWhomMakesNoDifference() {
        List<Patient> all = List.of(
                born("DOE^JANE", BORN),
                born("DOE^J", BORN.plusDays(1)),
                patient("A", "X", "Doe^Jane^Q", "M"),
                new Patient("", "", "", Optional.empty(), ""));
        for (Patient one : all) {
            for (Patient other : all) {
                assertEquals(across(one, other), across(other, one));
            }
        }
    }

    @Test
    void theRulesSayTheirVersion() {
        assertEquals("1", rules.version());
    }
}
