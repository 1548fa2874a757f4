package org.candela.practice;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.candela.facility.FacilityId;

/**
 * What a facility pays within a period. A later period has a rule of its own, so that an old month keeps its rates.
 *
 * @param afterHours when work is paid better; empty where all hours are alike
 */
// [impl->req~licence.pay~1]
public record PayRule(
        FacilityId facility, Period period, Currency currency, Basis basis, Optional<AfterHours> afterHours)
        implements PracticeRecord {

    /** What is counted; closed. Amounts are in the rule's currency and are not below zero. */
    public sealed interface Basis {
        /** Answers every case. */
        <R> R match(Cases<R> cases);

        /** One word for it, as it is entered. */
        default String word() {
            return match(
                    new Cases<>(hourly -> "hourly", perStudy -> "per-study", perRvu -> "per-rvu", salary -> "salary"));
        }
    }

    /** An answer for each case. */
    public record Cases<R>(
            Function<Hourly, R> hourly,
            Function<PerStudy, R> perStudy,
            Function<PerRvu, R> perRvu,
            Function<Salary, R> salary) {}

    /**
     * By the hour, as moonlighting and per diem.
     *
     * @param minimumHours paid for each time one works, however short
     */
    public record Hourly(BigDecimal rate, BigDecimal minimumHours) implements Basis {
        public Hourly {
            notBelowZero("rate", rate);
            notBelowZero("minimumHours", minimumHours);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hourly().apply(this);
        }
    }

    /**
     * By the study, as a contractor.
     *
     * @param rate of modalities without one of their own
     * @param byModality DICOM modality, as {@code CT}, to its rate
     */
    public record PerStudy(BigDecimal rate, Map<String, BigDecimal> byModality) implements Basis {
        public PerStudy {
            notBelowZero("rate", rate);
            byModality.forEach(PayRule::notBelowZero);
            byModality = Map.copyOf(byModality);
        }

        /** What a study of this modality is paid. */
        public BigDecimal of(String modality) {
            return byModality.getOrDefault(modality, rate);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.perStudy().apply(this);
        }
    }

    /** By the work RVU. */
    public record PerRvu(BigDecimal rate) implements Basis {
        public PerRvu {
            notBelowZero("rate", rate);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.perRvu().apply(this);
        }
    }

    /**
     * A salary with a bonus, as employed.
     *
     * @param monthly base of a month
     * @param bonusAbove work RVUs of a month that the base pays for
     * @param bonusRate for each work RVU above them
     */
    public record Salary(BigDecimal monthly, BigDecimal bonusAbove, BigDecimal bonusRate) implements Basis {
        public Salary {
            notBelowZero("monthly", monthly);
            notBelowZero("bonusAbove", bonusAbove);
            notBelowZero("bonusRate", bonusRate);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.salary().apply(this);
        }
    }

    /**
     * Hours that are paid better.
     *
     * @param from first minute of a night, by the clock of {@code zone}
     * @param until first minute after it; before {@code from} where the night goes over midnight
     * @param wholeDays days that count from midnight to midnight
     * @param factor of the usual pay, as 1.25
     */
    public record AfterHours(
            LocalTime from, LocalTime until, Set<DayOfWeek> wholeDays, ZoneId zone, BigDecimal factor) {
        public AfterHours {
            wholeDays = Set.copyOf(wholeDays);
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException("\"afterHoursFactor\" is above zero, not " + factor);
            }
        }

        /** Whether this moment is one of them. */
        public boolean covers(ZonedDateTime moment) {
            ZonedDateTime there = moment.withZoneSameInstant(zone);
            LocalTime time = there.toLocalTime();
            boolean isNight = from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
            boolean isNever = from.equals(until);
            return wholeDays.contains(there.getDayOfWeek()) || (isNight && !isNever);
        }
    }

    private static void notBelowZero(String name, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("\"" + name + "\" is not below zero: " + amount);
        }
    }

    @Override
    public Kind kind() {
        return Kind.PAY;
    }

    @Override
    public String key() {
        return facility + " from " + period.from();
    }

    @Override
    public String text() {
        String rates = basis.match(new Cases<>(
                hourly -> hourly.rate() + " an hour, at least " + hourly.minimumHours() + " h each time",
                perStudy -> perStudy.rate() + " a study"
                        + (perStudy.byModality().isEmpty() ? "" : ", but " + new TreeMap<>(perStudy.byModality())),
                perRvu -> perRvu.rate() + " a work RVU",
                salary -> salary.monthly() + " a month and " + salary.bonusRate() + " for each work RVU above "
                        + salary.bonusAbove()));
        String nights = afterHours
                .map(hours -> "; times " + hours.factor() + " from " + hours.from() + " to " + hours.until()
                        + (hours.wholeDays().isEmpty() ? "" : " and on " + new TreeSet<>(hours.wholeDays()))
                        + " " + hours.zone())
                .orElse("");
        return "pay of " + facility + ", " + period + ": " + currency + " " + rates + nights;
    }
}
