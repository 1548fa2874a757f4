package org.candela.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.invoice.Statement.Line;
import org.candela.practice.PayRule;
import org.candela.practice.PayRule.AfterHours;
import org.candela.practice.PayRule.Basis;
import org.candela.practice.PayRule.Hourly;
import org.candela.practice.PayRule.PerRvu;
import org.candela.practice.PayRule.PerStudy;
import org.candela.practice.PayRule.Salary;
import org.candela.practice.Period;
import org.candela.practice.PracticeRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~licence.pay~1]
class PricingTest {
    private static final FacilityId SOUTH = new FacilityId("south");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Period NOVEMBER = month(YearMonth.of(2026, 11));
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final AfterHours NIGHTS = new AfterHours(
            LocalTime.of(18, 0), LocalTime.of(7, 0), Set.of(DayOfWeek.SUNDAY), CHICAGO, new BigDecimal("1.25"));

    @Test
    void contractorsArePaidByTheStudyOfItsModality() throws Exception {
        PerStudy rates = new PerStudy(amount("20"), Map.of("CT", amount("35.50"), "CR", amount("7.25")));
        Statement statement = price(
                rule(rates),
                RvuTable.NONE,
                study("CT", "2026-11-03T10:00"),
                study("CT", "2026-11-03T11:00"),
                study("US", "2026-11-04T11:00"));

        assertEquals(List.of("CT 2 x 35.50 = 71.00", "US 1 x 20 = 20.00"), lines(statement));
        assertEquals(new BigDecimal("91.00"), statement.total());
        assertEquals(3, statement.studies().size());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T17:59, false",
        "2026-11-03T18:00, true",
        "2026-11-04T06:59, true",
        "2026-11-04T07:00, false",
        "2026-11-08T12:00, true", // a Sunday
        "2026-11-09T00:00, true"
    })
    void nightsAndSundaysArePaidBetterByTheClockOfTheRule(String local, boolean isBetter) throws Exception {
        PayRule rule = new PayRule(SOUTH, YEAR, USD, new PerStudy(amount("10.10"), Map.of()), Optional.of(NIGHTS));
        Statement statement = price(rule, RvuTable.NONE, study("MR", local));

        assertEquals(
                List.of(isBetter ? "MR, after hours 1 x 12.6250 = 12.63" : "MR 1 x 10.10 = 10.10"), lines(statement));
    }

    @Test
    void theHourOfTheFirstReportCountsAndTheDayOfTheFinalOne() throws Exception {
        PayRule rule = new PayRule(SOUTH, YEAR, USD, new PerStudy(amount("10"), Map.of()), Optional.of(NIGHTS));
        ReadStudy overnight = study("CT", at("2026-10-31T23:50"), at("2026-11-02T09:00"), true);
        ReadStudy ofOctober = study("CT", at("2026-10-31T23:50"), at("2026-10-31T23:59"), true);

        Statement statement = price(rule, RvuTable.NONE, overnight, ofOctober);

        assertEquals(List.of("CT, after hours 1 x 12.50 = 12.50"), lines(statement));
        assertEquals(List.of(overnight), statement.studies());
    }

    @Test
    void aRateThatChangesWithinTheMonthCountsFromItsDay() throws Exception {
        Period before = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        Period after = new Period(LocalDate.of(2026, 11, 16), LocalDate.of(2027, 12, 31));
        Statement statement = price(
                List.of(
                        new PayRule(SOUTH, before, USD, new PerStudy(amount("10"), Map.of()), Optional.empty()),
                        new PayRule(SOUTH, after, USD, new PerStudy(amount("12"), Map.of()), Optional.empty())),
                RvuTable.NONE,
                List.of(study("CT", "2026-11-15T23:59"), study("CT", "2026-11-16T00:00")),
                List.of());

        assertEquals(List.of("CT 1 x 10 = 10.00", "CT 1 x 12 = 12.00"), lines(statement));
    }

    @Test
    void whatCannotBeBilledIsLeftWithItsReason() throws Exception {
        RvuTable table = RvuTable.read("code,modality,description,wrvu\n,CT,CT HEAD,0.85\n71046,,,0.22\n");
        ReadStudy unacknowledged = study("CT", at("2026-11-03T10:00"), at("2026-11-03T10:00"), false);
        Statement statement =
                price(rule(new PerRvu(amount("40"))), table, unacknowledged, study("MR", "2026-11-03T10:00"));

        assertEquals(List.of(), lines(statement));
        assertEquals(
                List.of(
                        "the facility has not acknowledged the final report",
                        "the RVU table has no value for MR \"MR head\""),
                statement.left().stream().map(Statement.Left::why).toList());
        assertEquals(List.of(), statement.studies());
        Statement without = price(List.of(), table, List.of(study("CT", "2026-11-03T10:00")), List.of());
        assertEquals(
                List.of("no pay rule is in force on 2026-11-03"),
                without.left().stream().map(Statement.Left::why).toList());
    }

    @Test
    void workRvusArePaidByTheUsersTable() throws Exception {
        RvuTable table = RvuTable.read("code,modality,description,wrvu\n,CT,ct HEAD ,0.85\n");
        Statement statement = price(
                rule(new PerRvu(amount("40.10"))),
                table,
                study("CT", "2026-11-03T10:00"),
                study("CT", "2026-11-03T10:30"),
                study("CT", "2026-11-03T10:40"));

        assertEquals(List.of("work RVUs 2.55 x 40.10 = 102.26"), lines(statement)); // 102.255, half up
        assertEquals(new BigDecimal("2.55"), statement.work().wrvu());
        assertEquals(table.sha256(), statement.rvuTable());
    }

    @Test
    void hoursArePaidToTheMinuteAndUpToTheMinimum() throws Exception {
        PayRule rule = new PayRule(SOUTH, YEAR, USD, new Hourly(amount("300"), amount("4")), Optional.of(NIGHTS));
        List<WorkedHours> hours = List.of(
                hours(1, "2026-11-03T16:30", "2026-11-03T20:30"), hours(2, "2026-11-04T09:00", "2026-11-04T10:20"));
        Statement statement = price(List.of(rule), RvuTable.NONE, List.of(study("CT", "2026-11-03T10:00")), hours);

        assertEquals(
                List.of(
                        "up to the minimum of 4 h 2.6667 x 300 = 800.01",
                        "work 2.8333 x 300 = 849.99",
                        "work, after hours 2.5 x 375.00 = 937.50"),
                lines(statement));
        assertEquals(320, statement.work().minutes());
        assertEquals(hours, statement.hours());
    }

    @Test
    void anHourThatTheClockGivesTwiceIsWorkedTwice() {
        WorkedHours overTheChange = new WorkedHours(
                1, SOUTH, at("2026-11-01T00:00"), Instant.parse("2026-11-01T08:00:00Z"), ""); // 02:00 standard time

        assertEquals(180, PaidHours.of(overTheChange, Optional.empty()).minutes());
    }

    @Test
    void aSalaryIsByTheMonthWithABonusAboveItsThreshold() throws Exception {
        RvuTable table = RvuTable.read("code,modality,description,wrvu\n,CT,CT head,0.85\n");
        PayRule rule = rule(new Salary(amount("30000"), amount("1"), amount("50")));
        Statement statement = price(rule, table, study("CT", "2026-11-03T10:00"), study("CT", "2026-11-03T11:00"));

        assertEquals(
                List.of("bonus of 2026-11 above 1 0.70 x 50 = 35.00", "salary of 2026-11 1 x 30000 = 30000.00"),
                lines(statement));
        Period part = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 29));
        assertEquals(
                "invoice.whole-months",
                assertThrows(
                                InvoiceException.class,
                                () -> Pricing.price(
                                        new Scope(SOUTH, part, CHICAGO),
                                        PracticeRecords.of(List.of(rule)),
                                        table,
                                        List.of(),
                                        List.of()))
                        .code());
    }

    @Test
    void twoCurrenciesAreNoOneInvoice() {
        PayRule dollars = rule(new PerStudy(amount("1"), Map.of()));
        PayRule others = new PayRule(
                SOUTH,
                new Period(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 12, 31)),
                Currency.getInstance("CAD"),
                new PerStudy(amount("1"), Map.of()),
                Optional.empty());

        assertEquals(
                "invoice.currencies",
                assertThrows(
                                InvoiceException.class,
                                () -> price(
                                        List.of(dollars, others),
                                        RvuTable.NONE,
                                        List.of(study("CT", "2026-11-03T10:00"), study("CT", "2026-11-12T10:00")),
                                        List.of()))
                        .code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code;modality;description;wrvu | line 1: the first line is code,modality,description,wrvu",
                "code,modality,description,wrvu/71046,,,0.22/71046,,,0.30 | line 3: a second value for the same procedure",
                "code,modality,description,wrvu/,CT,,0.22 | line 2: a line gives a code or a description",
                "code,modality,description,wrvu/71046,,,-1 | line 2: a work RVU is as 1.74, not \"-1\"",
                "code,modality,description,wrvu/71046,CT | line 2: a line has 4 cells, not 2"
            })
    void aTableThatIsWrongNamesItsLine(String text, String words) {
        assertEquals(
                words,
                assertThrows(InvoiceException.class, () -> RvuTable.read(text.replace('/', '\n')))
                        .getMessage());
    }

    @Test
    void theTotalIsTheSumOfTheRoundedLines() throws Exception {
        PerStudy rates = new PerStudy(amount("0.005"), Map.of());
        Statement statement =
                price(rule(rates), RvuTable.NONE, study("CT", "2026-11-03T10:00"), study("MR", "2026-11-03T10:00"));

        assertTrue(statement.lines().stream().allMatch(line -> line.amount().scale() == 2));
        assertEquals(
                statement.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                statement.total());
        assertEquals(new BigDecimal("0.02"), statement.total());
    }

    private static Statement price(PayRule rule, RvuTable table, ReadStudy... studies) throws InvoiceException {
        return price(List.of(rule), table, List.of(studies), List.of());
    }

    private static Statement price(
            List<PayRule> rules, RvuTable table, List<ReadStudy> studies, List<WorkedHours> hours)
            throws InvoiceException {
        return Pricing.price(new Scope(SOUTH, NOVEMBER, CHICAGO), PracticeRecords.of(rules), table, studies, hours);
    }

    private static List<String> lines(Statement statement) {
        return statement.lines().stream()
                .map(line -> line.what() + " " + line.quantity().toPlainString() + " x "
                        + line.price().toPlainString() + " = " + line.amount().toPlainString())
                .toList();
    }

    private static PayRule rule(Basis basis) {
        return new PayRule(SOUTH, YEAR, USD, basis, Optional.empty());
    }

    private static ReadStudy study(String modality, String local) {
        return study(modality, at(local), at(local), true);
    }

    private static ReadStudy study(String modality, Instant reported, Instant last, boolean isAcknowledged) {
        return new ReadStudy(
                Uid.random(),
                "A1",
                modality,
                modality + " head",
                "",
                LocalDate.of(2026, 11, 1),
                reported,
                last,
                Stream.of(last).filter(at -> isAcknowledged).findFirst(),
                "0".repeat(64));
    }

    private static WorkedHours hours(long number, String from, String until) {
        return new WorkedHours(number, SOUTH, at(from), at(until), "");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }
}
