package org.candela.order.feed;

import static org.candela.order.feed.Segment.firstOf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.candela.order.OrderStatus;
import org.candela.order.feed.FeedException.Refusal;
import org.candela.study.Patient;

/** One order out of its segments (HL7 v2.5.1 §4; IHE RAD-4: accession in OBR-18 or IPC-1, Study UID in IPC-3 or ZDS-1). */
final class OrderReader {
    private final FacilityId facility;
    private final Optional<ZoneOffset> zone;
    private final Instant now;

    /** @param zone of the message's times that state none */
    OrderReader(FacilityId facility, Optional<ZoneOffset> zone, Instant now) {
        this.facility = facility;
        this.zone = zone;
        this.now = now;
    }

    Order read(OrderGroup group) throws FeedException {
        OrderStatus status = status(group.value("ORC", 1, 1), group.value("ORC", 5, 1));
        Order.Numbers numbers = numbers(group);
        if (numbers.isEmpty()) {
            throw new FeedException(
                    Refusal.FIELD_MISSING,
                    "the order has no number: neither ORC-2, ORC-3, OBR-18, IPC-1 nor a Study Instance UID");
        }
        return new Order(
                facility,
                OrderSource.MESSAGE,
                numbers,
                request(group),
                subject(group),
                new Order.Orderer(
                        firstOf(personOf(group, "ORC", 12), personOf(group, "OBR", 16)),
                        firstOf(phoneOf(group, "ORC", 14), phoneOf(group, "OBR", 17))),
                new Order.Times(requested(group), Optional.empty(), now),
                status,
                Order.Step.NONE);
    }

    private static Order.Numbers numbers(OrderGroup group) throws FeedException {
        String filler = firstOf(entity(group, "ORC", 3), entity(group, "OBR", 3));
        String told = firstOf(group.value("IPC", 1, 1), group.value("OBR", 18, 1));
        // Where no accession number is told of its own, the number of who fills the order is it.
        String accession = firstOf(told, group.value("ORC", 3, 1), group.value("OBR", 3, 1));
        String issuer = told.isEmpty() ? "" : group.value("IPC", 1, 2);
        String study = firstOf(group.value("IPC", 3, 1), group.value("ZDS", 1, 1));
        return new Order.Numbers(
                firstOf(entity(group, "ORC", 2), entity(group, "OBR", 2)),
                filler,
                accession,
                issuer,
                Uid.isValid(study) ? Optional.of(new Uid(study)) : Optional.empty());
    }

    private static String entity(OrderGroup group, String segment, int field) throws FeedException {
        String number = group.value(segment, field, 1);
        String namespace = group.value(segment, field, 2);
        return number.isEmpty() || namespace.isEmpty() ? number : number + "^" + namespace;
    }

    private static Order.Request request(OrderGroup group) throws FeedException {
        return new Order.Request(
                firstOf(
                        group.value("TQ1", 9, 1),
                        group.value("OBR", 27, 6),
                        group.value("ORC", 7, 6),
                        group.value("OBR", 5, 1)),
                firstOf(group.value("IPC", 5, 1), group.value("OBR", 24, 1)),
                group.value("OBR", 4, 1),
                firstOf(group.value("OBR", 4, 2), group.value("OBR", 44, 2)),
                firstOf(
                        group.value("OBR", 31, 2),
                        group.value("OBR", 31, 1),
                        group.value("OBR", 13, 1),
                        group.value("DG1", 4, 1),
                        group.value("DG1", 3, 2)));
    }

    private Optional<Instant> requested(OrderGroup group) throws FeedException {
        for (String time : new String[] {
            group.value("TQ1", 7, 1),
            group.value("OBR", 36, 1),
            group.value("OBR", 27, 4),
            group.value("ORC", 7, 4),
            group.value("OBR", 6, 1),
            group.value("ORC", 9, 1)
        }) {
            Optional<Instant> moment = Hl7Time.moment(time, zone);
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static Order.Subject subject(OrderGroup group) throws FeedException {
        Optional<Segment> found = group.find("PID");
        if (found.isEmpty()) {
            return new Order.Subject(new Patient("", "", "", Optional.empty(), ""), "");
        }
        Segment pid = found.orElseThrow();
        int id = medicalRecord(pid);
        return new Order.Subject(
                new Patient(
                        pid.value(3, id, 1),
                        pid.value(3, id, 4),
                        dicomName(
                                pid.component(5, 1),
                                pid.component(5, 2),
                                pid.component(5, 3),
                                pid.component(5, 5),
                                pid.component(5, 4)),
                        Hl7Time.day(pid.field(7)),
                        pid.field(8)),
                state(pid));
    }

    /** The repetition of PID-3 that is the medical record number (MR), else the first. */
    private static int medicalRecord(Segment pid) throws FeedException {
        for (int repetition = 1; repetition <= pid.repetitions(3); repetition++) {
            if (pid.value(3, repetition, 5).equals("MR")) {
                return repetition;
            }
        }
        return 1;
    }

    /** Of the home address (H) in PID-11, else of the first that names a state. */
    private static String state(Segment pid) throws FeedException {
        String first = "";
        for (int repetition = 1; repetition <= pid.repetitions(11); repetition++) {
            String state = pid.value(11, repetition, 4);
            if (!state.isEmpty() && pid.value(11, repetition, 7).equals("H")) {
                return state;
            }
            first = firstOf(first, state);
        }
        return first;
    }

    private static String personOf(OrderGroup group, String segment, int field) throws FeedException {
        Optional<Segment> found = group.find(segment);
        return found.isEmpty() ? "" : personOf(found.orElseThrow(), field);
    }

    /** An XCN as a DICOM name; its id where it has no name. */
    static String personOf(Segment segment, int field) throws FeedException {
        String name = dicomName(
                segment.component(field, 2),
                segment.component(field, 3),
                segment.component(field, 4),
                segment.component(field, 6),
                segment.component(field, 5));
        return firstOf(name, segment.component(field, 1));
    }

    /** An XTN: as one text, else country, area and local number. */
    private static String phoneOf(OrderGroup group, String segment, int field) throws FeedException {
        return firstOf(
                group.value(segment, field, 12),
                group.value(segment, field, 1),
                (group.value(segment, field, 6) + " " + group.value(segment, field, 7)).strip());
    }

    /** Family, given, middle, prefix, suffix; components left out at the end are not written. */
    private static String dicomName(String... components) {
        return Arrays.stream(components)
                .map(component -> component.replace("\"\"", "").replaceAll("[\\\\^=]", " "))
                .collect(Collectors.joining("^"))
                .replaceAll("\\^+$", "");
    }

    /** ORC-1 (table 0119), and for a change of status ORC-5 (table 0038). */
    private static OrderStatus status(String control, String status) throws FeedException {
        return switch (control) {
            case "NW", "RO", "SN", "PA", "CH" -> OrderStatus.NEW;
            case "XO", "XX", "XR", "RF", "RU", "RP", "HD", "RL", "SC", "SR" -> changed(status);
            case "CA", "OC", "CR" -> OrderStatus.CANCELLED;
            case "DC", "OD", "DR" -> OrderStatus.DISCONTINUED;
            case "" -> throw new FeedException(Refusal.FIELD_MISSING, "ORC-1, the order control, is missing");
            default ->
                throw new FeedException(
                        Refusal.TABLE_VALUE, "ORC-1: the order control \"" + control + "\" is not taken here");
        };
    }

    private static OrderStatus changed(String status) {
        return switch (status) {
            case "CA" -> OrderStatus.CANCELLED;
            case "DC" -> OrderStatus.DISCONTINUED;
            case "CM" -> OrderStatus.DONE;
            default -> OrderStatus.CHANGED;
        };
    }
}
