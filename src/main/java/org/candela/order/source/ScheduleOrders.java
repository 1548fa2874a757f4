package org.candela.order.source;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.ServiceUser;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.candela.order.OrderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modality worklist of a facility by C-FIND (PS3.4 K): steps that begin from two days ago to tomorrow. */
// [impl->req~order.asked~1]
public final class ScheduleOrders implements OrderWay {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleOrders.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final int DAYS_BACK = 2;
    /** One more than tomorrow: our today is tomorrow where the facility is. */
    private static final int DAYS_AHEAD = 2;

    private final FacilityId facility;
    private final ApplicationEntity entity;
    private final DimseEndpoint endpoint;
    private final Clock clock;

    public ScheduleOrders(FacilityId facility, ApplicationEntity entity, DimseEndpoint endpoint, Clock clock) {
        this.facility = facility;
        this.entity = entity;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public FacilityId facility() {
        return facility;
    }

    @Override
    public OrderSource source() {
        return OrderSource.SCHEDULE;
    }

    @Override
    public List<Order> ask(Cancellation cancellation) throws CandelaException {
        Instant now = clock.instant();
        List<Attributes> steps = new ArrayList<>();
        Cancellation enough = cancellation.ofPart();
        try (Association association = entity.connect(endpoint, Contexts.queries(), cancellation)) {
            new ServiceUser(association)
                    .find(
                            ServiceUser.Model.MODALITY_WORKLIST,
                            keys(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                            step -> {
                                steps.add(step);
                                if (steps.size() > MOST) {
                                    enough.cancel();
                                }
                            },
                            enough);
        } catch (CancellationException e) {
            cancellation.throwIfRequested();
            throw new CandelaException(
                    "order.too-many", endpoint + ": more than " + MOST + " scheduled steps; ask the facility why", e);
        }
        List<Order> orders = new ArrayList<>();
        steps.forEach(step -> order(step, now).ifPresent(orders::add));
        return orders;
    }

    private static Attributes keys(LocalDate today) {
        Attributes step = new Attributes()
                .set(Tag.Modality, VR.CS)
                .set(
                        OrderTags.STEP_START_DATE,
                        VR.DA,
                        DAY.format(today.minusDays(DAYS_BACK)) + "-" + DAY.format(today.plusDays(DAYS_AHEAD)))
                .set(OrderTags.STEP_START_TIME, VR.TM)
                .set(Tag.ScheduledProcedureStepID, VR.SH);
        return new Attributes()
                .set(Tag.AccessionNumber, VR.SH)
                .set(Tag.PatientName, VR.PN)
                .set(Tag.PatientID, VR.LO)
                .set(Tag.IssuerOfPatientID, VR.LO)
                .set(Tag.PatientBirthDate, VR.DA)
                .set(Tag.PatientSex, VR.CS)
                .set(Tag.RegionOfResidence, VR.LO)
                .set(Tag.StudyInstanceUID, VR.UI)
                .set(OrderTags.REQUESTING_PHYSICIAN, VR.PN)
                .set(Tag.RequestedProcedureDescription, VR.LO)
                .set(Tag.RequestedProcedureID, VR.SH)
                .set(Tag.RequestedProcedurePriority, VR.SH)
                .set(OrderTags.REASON, VR.LO)
                .set(OrderTags.ORDERER_PHONE, VR.SH)
                .set(OrderTags.PLACER_NUMBER, VR.LO)
                .set(OrderTags.FILLER_NUMBER, VR.LO)
                .setItems(Tag.RequestedProcedureCodeSequence, List.of())
                .setItems(OrderTags.ISSUER_OF_ACCESSION_SEQUENCE, List.of())
                .setItems(OrderTags.STEPS, List.of(step));
    }

    private Optional<Order> order(Attributes told, Instant now) {
        Order.Numbers numbers = new Order.Numbers(
                DicomOrders.text(told, OrderTags.PLACER_NUMBER),
                DicomOrders.text(told, OrderTags.FILLER_NUMBER),
                DicomOrders.text(told, Tag.AccessionNumber),
                DicomOrders.accessionIssuer(told),
                told.uid(Tag.StudyInstanceUID));
        if (numbers.isEmpty()) {
            LOG.warn("{} schedules a step without any number [order.no-number]", facility);
            return Optional.empty();
        }
        Attributes step = told.item(OrderTags.STEPS).orElseGet(Attributes::new);
        Attributes code = told.item(Tag.RequestedProcedureCodeSequence).orElseGet(Attributes::new);
        return Optional.of(new Order(
                facility,
                OrderSource.SCHEDULE,
                numbers,
                new Order.Request(
                        DicomOrders.text(told, Tag.RequestedProcedurePriority),
                        DicomOrders.text(step, Tag.Modality),
                        DicomOrders.text(code, Tag.CodeValue),
                        DicomOrders.text(told, Tag.RequestedProcedureDescription),
                        DicomOrders.text(told, OrderTags.REASON)),
                DicomOrders.subject(told),
                new Order.Orderer(
                        DicomOrders.text(told, OrderTags.REQUESTING_PHYSICIAN),
                        DicomOrders.text(told, OrderTags.ORDERER_PHONE)),
                new Order.Times(begins(told, step), Optional.empty(), now),
                OrderStatus.NEW,
                Order.Step.NONE));
    }

    private static Optional<Instant> begins(Attributes told, Attributes step) {
        Optional<LocalDateTime> local = step.dateTime(OrderTags.STEP_START_DATE, OrderTags.STEP_START_TIME);
        return local.flatMap(time -> DicomOrders.zone(told).map(time::toInstant));
    }
}
