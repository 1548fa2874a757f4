package org.candela.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.candela.facility.FacilityId;
import org.candela.practice.PayRule.AfterHours;
import org.candela.practice.PayRule.Basis;
import org.candela.practice.PayRule.Cases;
import org.candela.practice.PayRule.Hourly;
import org.candela.practice.PayRule.PerRvu;
import org.candela.practice.PayRule.PerStudy;
import org.candela.practice.PayRule.Salary;

/** A {@link PayRule} as the fields of a record. Amounts are text, so that none is rounded on the way. */
final class PayJson {
    private PayJson() {}

    static void write(ObjectNode json, PayRule rule) {
        json.put("facility", rule.facility().value())
                .put("from", rule.period().from().toString())
                .put("through", rule.period().through().toString())
                .put("currency", rule.currency().getCurrencyCode())
                .put("basis", rule.basis().word());
        ObjectNode unused = rule.basis()
                .match(new Cases<>(
                        hourly -> put(put(json, "rate", hourly.rate()), "minimumHours", hourly.minimumHours()),
                        perStudy -> write(json, perStudy),
                        perRvu -> put(json, "rate", perRvu.rate()),
                        salary -> put(
                                put(put(json, "monthly", salary.monthly()), "bonusAbove", salary.bonusAbove()),
                                "bonusRate",
                                salary.bonusRate())));
        rule.afterHours().ifPresent(hours -> write(json, hours));
    }

    private static ObjectNode write(ObjectNode json, PerStudy perStudy) {
        ObjectNode rates = json.putObject("rates");
        new TreeMap<>(perStudy.byModality()).forEach((modality, rate) -> put(rates, modality, rate));
        return put(json, "rate", perStudy.rate());
    }

    private static void write(ObjectNode json, AfterHours hours) {
        json.put("afterHoursFrom", hours.from().toString())
                .put("afterHoursUntil", hours.until().toString())
                .put("afterHoursZone", hours.zone().getId());
        put(json, "afterHoursFactor", hours.factor());
        hours.wholeDays().stream().sorted().map(DayOfWeek::name).forEach(json.putArray("afterHoursDays")::add);
    }

    private static ObjectNode put(ObjectNode json, String name, BigDecimal amount) {
        return json.put(name, amount.toPlainString());
    }

    /** @throws IllegalArgumentException naming the field that is wrong */
    static PayRule read(JsonNode json, FacilityId facility, Period period) {
        return new PayRule(facility, period, currency(json), basis(json), afterHours(json));
    }

    private static Currency currency(JsonNode json) {
        String code = json.path("currency").asText("USD");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"currency\" is a code as USD, not \"" + code + "\"", e);
        }
    }

    private static Basis basis(JsonNode json) {
        String word = json.path("basis").asText("");
        return switch (word) {
            case "hourly" -> new Hourly(amount(json, "rate"), otherwiseNone(json, "minimumHours"));
            case "per-study" -> new PerStudy(amount(json, "rate"), rates(json));
            case "per-rvu" -> new PerRvu(amount(json, "rate"));
            case "salary" ->
                new Salary(
                        amount(json, "monthly"), otherwiseNone(json, "bonusAbove"), otherwiseNone(json, "bonusRate"));
            default ->
                throw new IllegalArgumentException(
                        "\"basis\" is one of hourly, per-study, per-rvu, salary, not \"" + word + "\"");
        };
    }

    private static Map<String, BigDecimal> rates(JsonNode json) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        JsonNode given = json.path("rates");
        given.fieldNames().forEachRemaining(modality -> rates.put(modality, amount(given, modality)));
        return rates;
    }

    private static Optional<AfterHours> afterHours(JsonNode json) {
        if (!json.has("afterHoursFactor")) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        json.path("afterHoursDays").forEach(day -> days.add(day(day.asText())));
        return Optional.of(new AfterHours(
                time(json, "afterHoursFrom"),
                time(json, "afterHoursUntil"),
                days,
                zone(json),
                amount(json, "afterHoursFactor")));
    }

    private static DayOfWeek day(String word) {
        try {
            return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"afterHoursDays\" has no day \"" + word + "\"", e);
        }
    }

    private static LocalTime time(JsonNode json, String name) {
        String text = json.path(name).asText("");
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + name + "\" is a time as 18:00, not \"" + text + "\"", e);
        }
    }

    private static ZoneId zone(JsonNode json) {
        String text = json.path("afterHoursZone").asText("");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"afterHoursZone\" is a zone as America/Chicago, not \"" + text + "\"", e);
        }
    }

    private static BigDecimal otherwiseNone(JsonNode json, String name) {
        return json.has(name) ? amount(json, name) : BigDecimal.ZERO;
    }

    private static BigDecimal amount(JsonNode json, String name) {
        String text = json.path(name).asText("");
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,4})?")) { // also refuses a sign and 1e9
            throw new IllegalArgumentException("\"" + name + "\" is an amount as 35.50, not \"" + text + "\"");
        }
        return new BigDecimal(text);
    }
}
