package org.candela.critical;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candela.base.Uid;
import org.candela.critical.Communication.Method;
import org.candela.critical.Communication.ReadBack;
import org.candela.critical.CriticalLoop.Entry;
import org.candela.critical.CriticalPolicy.NamedFinding;
import org.candela.critical.CriticalPolicy.Step;
import org.candela.critical.Happening.Attempted;
import org.candela.critical.Happening.Outcome;
import org.candela.facility.FacilityId;

/** One finding, one facility, one night. */
public final class CriticalSamples {
    public static final Instant IDENTIFIED = Instant.parse("2026-11-29T03:20:00Z");
    public static final FacilityId NORTH = new FacilityId("north");
    public static final Uid STUDY = new Uid("1.2.840.99.1");
    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private CriticalSamples() {}

    public static CriticalSubject subject() {
        return new CriticalSubject(NORTH, STUDY, "DOE^JANE", "MRN-4711", "ACC-0815", "CT Chest");
    }

    public static Step step(int minutes, String role, String phone) {
        return new Step(Optional.empty(), Duration.ofMinutes(minutes), role, "", phone);
    }

    public static CriticalPolicy policy() {
        return new CriticalPolicy(
                CHICAGO,
                Map.of(CriticalCategory.MINUTES, Duration.ofMinutes(20)),
                List.of(
                        new NamedFinding("pneumothorax", CriticalCategory.MINUTES),
                        new NamedFinding("tension pneumothorax", CriticalCategory.MINUTES),
                        new NamedFinding("appendicitis", CriticalCategory.HOURS)),
                List.of(),
                List.of(
                        step(0, "ED charge nurse", "0101"),
                        step(10, "ED attending", "0102"),
                        step(15, "House officer", "0103")));
    }

    public static CriticalLoop loop() {
        Happening opened =
                new Happening.Opened(subject(), CriticalCategory.MINUTES, "tension pneumothorax", IDENTIFIED, 1);
        return new CriticalLoop(UUID.randomUUID(), List.of(new Entry(IDENTIFIED, "reader", opened)));
    }

    public static Communication told() {
        return new Communication(
                "Roe, Richard",
                "ED attending",
                "Smith, Sam",
                Method.TELEPHONE,
                IDENTIFIED.plusSeconds(720),
                ReadBack.READ_BACK,
                "");
    }

    public static Attempted attempt(String who, String phone) {
        return new Attempted(who, phone, Method.TELEPHONE, IDENTIFIED.plusSeconds(60), Outcome.NO_ANSWER);
    }

    public static Entry later(int seconds, Happening happening) {
        return new Entry(IDENTIFIED.plusSeconds(seconds), "reader", happening);
    }
}
