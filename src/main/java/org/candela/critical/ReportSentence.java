package org.candela.critical;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What a report says of a communication. It follows from the record alone, so that both say the same. */
// [impl->req~critical.sentence~1]
public final class ReportSentence {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private ReportSentence() {}

    /**
     * The sentence on one line.
     *
     * @param zone whose clock the facility reads
     * @return empty while nobody was told
     */
    public static Optional<String> of(CriticalLoop loop, ZoneId zone) {
        return loop.communication().map(told -> sentence(loop, told, zone));
    }

    private static String sentence(CriticalLoop loop, Communication told, ZoneId zone) {
        ZonedDateTime identified = loop.identifiedAt().atZone(zone);
        ZonedDateTime received = told.receivedAt().atZone(zone);
        boolean isOneDay = identified.toLocalDate().equals(received.toLocalDate());
        return "Findings (" + loop.finding() + ", identified at " + TIME.format(identified)
                + (isOneDay ? "" : " on " + DAY.format(identified))
                + ") discussed with " + told.who()
                + " by " + told.toldBy()
                + " " + told.method().words()
                + " at " + TIME.format(received)
                + " on " + DAY.format(received)
                + " " + zone(received)
                + "; " + readBack(told) + ".";
    }

    private static String readBack(Communication told) {
        return told.readBack() == Communication.ReadBack.READ_BACK ? "read back" : "not read back";
    }

    /** As {@code "CST"}; the toolkit's letter for UTC is read by few. */
    private static String zone(ZonedDateTime at) {
        String zone = ZONE.format(at);
        return zone.equals("Z") ? "UTC" : zone;
    }

    /** The zone of a moment, as {@code "CST"}. */
    public static String zone(Instant at, ZoneId zone) {
        return zone(at.atZone(zone));
    }

    /** A moment as sentences and papers write it: {@code "2026-11-29 14:32 CST"}. */
    public static String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return DAY.format(there) + " " + TIME.format(there) + " " + zone(there);
    }
}
