package org.candela.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.study.Patient;

/**
 * An examination a facility asked for, as one source tells it. Texts are as the facility wrote them and blank when untold.
 *
 * @param source by which way it was told
 * @param step the workitem it is, if it is one
 */
public record Order(
        FacilityId facility,
        OrderSource source,
        Numbers numbers,
        Request request,
        Subject subject,
        Orderer orderer,
        Times times,
        OrderStatus status,
        Step step) {

    /**
     * What names it at its facility.
     *
     * @param placer number of who ordered (ORC-2), with its namespace after a caret if there is one
     * @param filler number of who does it (ORC-3), the same way
     * @param accession Accession Number (0008,0050)
     * @param accessionIssuer who gave that out
     * @param study Study Instance UID, where images will have it
     */
    public record Numbers(String placer, String filler, String accession, String accessionIssuer, Optional<Uid> study) {
        /** Whether anything names it. */
        public boolean isEmpty() {
            return placer.isBlank() && filler.isBlank() && accession.isBlank() && study.isEmpty();
        }
    }

    /**
     * What is asked.
     *
     * @param priorityWord as {@code S}, {@code STAT} or {@code HIGH}
     * @param modality as {@code CT}
     */
    public record Request(
            String priorityWord, String modality, String procedureCode, String procedure, String reason) {}

    /**
     * Of whom.
     *
     * @param state where the patient lives, as written: two letters at best
     */
    public record Subject(Patient patient, String state) {
        @Override
        public String toString() {
            return "Subject[withheld]";
        }
    }

    /**
     * Who asked.
     *
     * @param name in DICOM form
     */
    public record Orderer(String name, String phone) {
        /** Nobody was told. */
        public static final Orderer UNTOLD = new Orderer("", "");
    }

    /**
     * @param requested when it was asked, or is to be done
     * @param deadline when the report is expected
     * @param received when it came here
     */
    public record Times(Optional<Instant> requested, Optional<Instant> deadline, Instant received) {}

    /**
     * A workitem.
     *
     * @param workitem its UID; empty where the order is none
     * @param state as {@code SCHEDULED}; blank where the order is no workitem
     * @param performers who is to do it, or does
     */
    public record Step(Optional<Uid> workitem, String state, List<String> performers) {
        /** No workitem. */
        public static final Step NONE = new Step(Optional.empty(), "", List.of());

        /** State of a step that ended without being done (PS3.3 C.30.1). */
        public static final String CANCELED = "CANCELED";

        public Step {
            performers = List.copyOf(performers);
        }
    }

    public Order {
        if (numbers.isEmpty() && step.workitem().isEmpty()) {
            throw new IllegalArgumentException(
                    "an order of " + facility + " has no number: neither placer, filler, accession nor study");
        }
    }

    /** Whether both say the same, whenever they came. */
    boolean saysTheSameAs(Order other) {
        return at(other.times.received()).equals(other);
    }

    /** The same, come at another time. */
    Order at(Instant received) {
        Times at = new Times(times.requested(), times.deadline(), received);
        return new Order(facility, source, numbers, request, subject, orderer, at, status, step);
    }

    /** The same in another standing. */
    public Order standing(OrderStatus other) {
        return new Order(facility, source, numbers, request, subject, orderer, times, other, step);
    }

    /** Holds nothing of the patient. */
    @Override
    public String toString() {
        String names = numbers.placer() + "/" + numbers.filler() + "/" + numbers.accession();
        return "Order[" + facility + " " + source + " "
                + Sha256.hex(names + step.workitem()).substring(0, 12) + " " + status + "]";
    }
}
