package org.candela.order.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.order.Order;
import org.candela.study.Patient;

/** What workitems and modality worklists write alike. Pure. */
final class DicomOrders {
    /** DT (PS3.5 §6.2) to the minute at least: a day alone is no moment. */
    private static final Pattern MOMENT = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})?(?:\\.[0-9]{1,6})?([+-][0-9]{4})?");

    private DicomOrders() {}

    static String text(Attributes attributes, int tag) {
        return attributes.string(tag).map(String::strip).orElse("");
    }

    /** The first of several data sets that tells the attribute. */
    static String text(int tag, Attributes... told) {
        for (Attributes attributes : told) {
            String text = text(attributes, tag);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    static Order.Subject subject(Attributes told) {
        Patient patient = new Patient(
                text(told, Tag.PatientID),
                text(told, Tag.IssuerOfPatientID),
                text(told, Tag.PatientName),
                told.date(Tag.PatientBirthDate),
                text(told, Tag.PatientSex));
        return new Order.Subject(patient, text(told, Tag.RegionOfResidence));
    }

    /** Who gave out the accession number: its local name, else its universal one. */
    static String accessionIssuer(Attributes told) {
        return told.item(OrderTags.ISSUER_OF_ACCESSION_SEQUENCE)
                .map(issuer -> {
                    String local = text(issuer, OrderTags.LOCAL_NAMESPACE);
                    return local.isEmpty() ? text(issuer, OrderTags.UNIVERSAL_ENTITY) : local;
                })
                .orElse("");
    }

    static Optional<ZoneOffset> zone(Attributes told) {
        return told.string(Tag.TimezoneOffsetFromUTC).flatMap(DicomOrders::zone);
    }

    private static Optional<ZoneOffset> zone(String text) {
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty without a time zone in the value or the data set: it could be hours off. */
    static Optional<Instant> moment(Attributes told, int tag) {
        Matcher parts = MOMENT.matcher(text(told, tag));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5)),
                    parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6)));
            Optional<ZoneOffset> zone = parts.group(7) == null ? zone(told) : zone(parts.group(7));
            return zone.map(local::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
