package org.candela.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;

/** Orders and studies of invented patients. */
public final class OrderSamples {
    public static final FacilityId NORTH = new FacilityId("north");
    public static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    public static final Uid STUDY = new Uid("1.2.3.4");
    public static final Patient PATIENT =
            new Patient("MRN1", "NORTH", "MUSTER^ERIKA", Optional.of(LocalDate.of(1970, 1, 2)), "F");

    private OrderSamples() {}

    /** A CT chest that the message feed told of. */
    public static Order order() {
        return order(OrderSource.MESSAGE);
    }

    public static Order order(OrderSource source) {
        return new Order(
                NORTH,
                source,
                new Order.Numbers("PL1", "FI1", "AC1", "", Optional.of(STUDY)),
                new Order.Request("", "CT", "71260", "CT chest", ""),
                new Order.Subject(PATIENT, ""),
                Order.Orderer.UNTOLD,
                new Order.Times(Optional.empty(), Optional.empty(), NOW),
                OrderStatus.NEW,
                source == OrderSource.WORKITEM
                        ? new Order.Step(Optional.of(new Uid("1.9.1")), "SCHEDULED", List.of())
                        : Order.Step.NONE);
    }

    public static Order asking(Order order, String priority) {
        Order.Request request = order.request();
        return with(
                order,
                new Order.Request(
                        priority, request.modality(), request.procedureCode(), request.procedure(), request.reason()));
    }

    public static Order because(Order order, String reason) {
        Order.Request request = order.request();
        return with(
                order,
                new Order.Request(
                        request.priorityWord(),
                        request.modality(),
                        request.procedureCode(),
                        request.procedure(),
                        reason));
    }

    public static Order with(Order order, Order.Request request) {
        return new Order(
                order.facility(),
                order.source(),
                order.numbers(),
                request,
                order.subject(),
                order.orderer(),
                order.times(),
                order.status(),
                order.step());
    }

    public static Order numbered(Order order, Order.Numbers numbers) {
        return new Order(
                order.facility(),
                order.source(),
                numbers,
                order.request(),
                order.subject(),
                order.orderer(),
                order.times(),
                order.status(),
                order.step());
    }

    public static Order ofPatient(Order order, Patient patient, String state) {
        return new Order(
                order.facility(),
                order.source(),
                order.numbers(),
                order.request(),
                new Order.Subject(patient, state),
                order.orderer(),
                order.times(),
                order.status(),
                order.step());
    }

    public static Order due(Order order, Instant deadline) {
        return new Order(
                order.facility(),
                order.source(),
                order.numbers(),
                order.request(),
                order.subject(),
                order.orderer(),
                new Order.Times(
                        order.times().requested(),
                        Optional.of(deadline),
                        order.times().received()),
                order.status(),
                order.step());
    }

    /** A study as its facility lists it. */
    public static StudySummary study(Uid uid, String accession) {
        return new StudySummary(
                new StudyIdentity(uid, PATIENT, accession, Optional.empty(), "CT CHEST", ""),
                NORTH,
                Set.of("CT"),
                120,
                Optional.empty(),
                Optional.of(NOW));
    }
}
