package org.candela.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.candela.invoice.Statement.Left;
import org.candela.invoice.Statement.Work;
import org.candela.practice.PayRule;
import org.candela.practice.PayRule.Cases;
import org.candela.practice.PayRule.Hourly;
import org.candela.practice.PayRule.PerRvu;
import org.candela.practice.PayRule.PerStudy;
import org.candela.practice.PayRule.Salary;
import org.candela.practice.PracticeRecords;

/**
 * Prices the work of some days by the pay rule of each day. Pure.
 *
 * <p>A study counts on the day of its final report, and at the price of the hour of its first one. One that the facility has
 * not acknowledged, that no rule covers or that the RVU table does not name is left for later, with the reason.
 */
// [impl->req~licence.pay~1]
public final class Pricing {
    private static final String USUAL = "";
    private static final String AFTER_HOURS = ", after hours";

    private final Scope scope;
    private final PracticeRecords records;
    private final RvuTable rvus;
    private final Tally tally = new Tally();
    private final List<ReadStudy> paid = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final Map<YearMonth, BigDecimal> wrvuOfMonth = new TreeMap<>();
    private final Set<Currency> currencies = new HashSet<>();

    private Pricing(Scope scope, PracticeRecords records, RvuTable rvus) {
        this.scope = scope;
        this.records = records;
        this.rvus = rvus;
    }

    /**
     * Prices what is within {@code scope}.
     *
     * @param studies final reports for the facility that are on no invoice yet
     * @param hours worked for it that are on no invoice yet
     * @throws InvoiceException where the rules of the days have several currencies, or a salary part of a month
     */
    public static Statement price(
            Scope scope, PracticeRecords records, RvuTable rvus, List<ReadStudy> studies, List<WorkedHours> hours)
            throws InvoiceException {
        return new Pricing(scope, records, rvus).price(studies, hours);
    }

    private Statement price(List<ReadStudy> studies, List<WorkedHours> hours) throws InvoiceException {
        List<ReadStudy> read =
                studies.stream().filter(study -> scope.covers(study.finalAt())).toList();
        List<WorkedHours> worked =
                hours.stream().filter(one -> scope.covers(one.from())).toList();
        read.forEach(this::price);
        List<WorkedHours> paidHours = worked.stream().filter(this::price).toList();
        priceSalary();
        Currency currency = currency();
        return new Statement(
                scope, currency, tally.lines(currency), paid, paidHours, left, work(read, worked), rvus.sha256());
    }

    private Currency currency() throws InvoiceException {
        if (currencies.size() > 1) {
            throw new InvoiceException(
                    "invoice.currencies", "the pay rules of these days are in " + currencies + ": bill them apart");
        }
        return currencies.stream().findFirst().orElse(Currency.getInstance("USD"));
    }

    private Optional<PayRule> ruleOf(LocalDate day) {
        Optional<PayRule> rule = records.payOn(scope.facility(), day);
        rule.ifPresent(one -> currencies.add(one.currency()));
        return rule;
    }

    private void price(ReadStudy study) {
        LocalDate day = scope.dayOf(study.finalAt());
        Optional<PayRule> rule = ruleOf(day);
        Optional<String> why = rule.isEmpty()
                ? Optional.of("no pay rule is in force on " + day)
                : study.acknowledgedAt().isEmpty()
                        ? Optional.of("the facility has not acknowledged the final report")
                        : add(study, rule.orElseThrow());
        why.ifPresentOrElse(reason -> left.add(new Left(study, reason)), () -> paid.add(study));
    }

    /** Why it cannot be priced. */
    private Optional<String> add(ReadStudy study, PayRule rule) {
        return rule.basis()
                .match(new Cases<>(
                        hourly -> Optional.empty(),
                        perStudy -> addStudy(study, rule, perStudy),
                        perRvu -> addRvu(study, rule, perRvu),
                        salary -> addToMonth(study)));
    }

    private Optional<String> addStudy(ReadStudy study, PayRule rule, PerStudy perStudy) {
        String what = (study.modality().isBlank() ? "unknown modality" : study.modality()) + when(study, rule);
        BigDecimal price = perStudy.of(study.modality()).multiply(factor(study.reportedAt(), rule));
        tally.add(what, BigDecimal.ONE, "studies", price);
        return Optional.empty();
    }

    private Optional<String> addRvu(ReadStudy study, PayRule rule, PerRvu perRvu) {
        Optional<BigDecimal> wrvu = rvus.of(study);
        wrvu.ifPresent(value -> tally.add(
                "work RVUs" + when(study, rule),
                value,
                "wRVU",
                perRvu.rate().multiply(factor(study.reportedAt(), rule))));
        return wrvu.isPresent() ? Optional.empty() : notInTable(study);
    }

    private Optional<String> addToMonth(ReadStudy study) {
        Optional<BigDecimal> wrvu = rvus.of(study);
        wrvu.ifPresent(
                value -> wrvuOfMonth.merge(YearMonth.from(scope.dayOf(study.finalAt())), value, BigDecimal::add));
        return wrvu.isPresent() ? Optional.empty() : notInTable(study);
    }

    private static Optional<String> notInTable(ReadStudy study) {
        String procedure = study.procedureCode().isBlank()
                ? study.modality() + " \"" + study.description() + "\""
                : "code " + study.procedureCode();
        return Optional.of("the RVU table has no value for " + procedure);
    }

    private static String when(ReadStudy study, PayRule rule) {
        return isAfterHours(study.reportedAt(), rule) ? AFTER_HOURS : USUAL;
    }

    private static BigDecimal factor(Instant moment, PayRule rule) {
        return isAfterHours(moment, rule) ? rule.afterHours().orElseThrow().factor() : BigDecimal.ONE;
    }

    private static boolean isAfterHours(Instant moment, PayRule rule) {
        return rule.afterHours()
                .filter(hours -> hours.covers(moment.atZone(ZoneOffset.UTC)))
                .isPresent();
    }

    /** Whether hours are paid on that day. */
    private boolean price(WorkedHours worked) {
        Optional<PayRule> rule = ruleOf(scope.dayOf(worked.from()));
        Optional<Hourly> hourly = rule.flatMap(one -> one.basis()
                .match(new Cases<>(
                        Optional::of,
                        perStudy -> Optional.empty(),
                        perRvu -> Optional.empty(),
                        salary -> Optional.empty())));
        hourly.ifPresent(rate -> addHours(worked, rule.orElseThrow(), rate));
        return hourly.isPresent();
    }

    private void addHours(WorkedHours worked, PayRule rule, Hourly hourly) {
        PaidHours minutes = PaidHours.of(worked, rule.afterHours());
        BigDecimal lacking = hourly.minimumHours().subtract(PaidHours.hours(minutes.minutes()));
        if (minutes.usual() > 0) {
            tally.add("work" + USUAL, PaidHours.hours(minutes.usual()), "h", hourly.rate());
        }
        if (minutes.after() > 0) {
            BigDecimal factor = rule.afterHours().orElseThrow().factor();
            tally.add(
                    "work" + AFTER_HOURS,
                    PaidHours.hours(minutes.after()),
                    "h",
                    hourly.rate().multiply(factor));
        }
        if (lacking.signum() > 0) {
            tally.add("up to the minimum of " + hourly.minimumHours() + " h", lacking, "h", hourly.rate());
        }
    }

    /** A salary is by the month: of each month within the scope, whatever was read in it. */
    private void priceSalary() throws InvoiceException {
        YearMonth last = YearMonth.from(scope.period().through());
        for (YearMonth month = YearMonth.from(scope.period().from());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            Optional<Salary> salary = salaryOf(month);
            if (salary.isPresent()) {
                add(month, salary.orElseThrow());
            }
        }
    }

    private Optional<Salary> salaryOf(YearMonth month) {
        LocalDate day = month.equals(YearMonth.from(scope.period().from()))
                ? scope.period().from()
                : month.atDay(1);
        return ruleOf(day).flatMap(rule -> rule.basis()
                .match(new Cases<>(
                        hourly -> Optional.empty(), study -> Optional.empty(), rvu -> Optional.empty(), Optional::of)));
    }

    private void add(YearMonth month, Salary salary) throws InvoiceException {
        if (!scope.period().covers(List.of(month.atDay(1), month.atEndOfMonth()))) {
            throw new InvoiceException(
                    "invoice.whole-months", "a salary is by whole months: " + month + " is not whole");
        }
        tally.add("salary of " + month, BigDecimal.ONE, "month", salary.monthly());
        BigDecimal above = wrvuOfMonth.getOrDefault(month, BigDecimal.ZERO).subtract(salary.bonusAbove());
        if (above.signum() > 0) {
            tally.add("bonus of " + month + " above " + salary.bonusAbove(), above, "wRVU", salary.bonusRate());
        }
    }

    private Work work(List<ReadStudy> read, List<WorkedHours> worked) {
        BigDecimal wrvu =
                read.stream().flatMap(study -> rvus.of(study).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        int unvalued =
                (int) read.stream().filter(study -> rvus.of(study).isEmpty()).count();
        long minutes = worked.stream()
                .mapToLong(one -> PaidHours.of(one, Optional.empty()).minutes())
                .sum();
        return new Work(read.size(), wrvu, unvalued, minutes);
    }
}
