package org.candela.order.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.facility.FacilityId;
import org.candela.net.web.QidoQuery;
import org.candela.net.web.UpsClient;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.candela.order.OrderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workitems of a facility by UPS-RS (PS3.18 §11, PS3.3 C.30): all that are to be done or under way, and those cancelled of late. */
// [impl->req~order.asked~1]
public final class UpsOrders implements OrderWay {
    private static final Logger LOG = LoggerFactory.getLogger(UpsOrders.class);
    private static final Duration CANCELLED_SINCE = Duration.ofDays(3);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    private final FacilityId facility;
    private final UpsClient client;
    private final Clock clock;

    public UpsOrders(FacilityId facility, UpsClient client, Clock clock) {
        this.facility = facility;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public FacilityId facility() {
        return facility;
    }

    @Override
    public OrderSource source() {
        return OrderSource.WORKITEM;
    }

    @Override
    public List<Order> ask(Cancellation cancellation) throws CandelaException {
        Instant now = clock.instant();
        QidoQuery all = QidoQuery.all().atMost(MOST).with(QidoQuery.Option.ALL_FIELDS);
        Map<Uid, Order> found = new LinkedHashMap<>(); // a server that heeds no filter tells of each three times
        for (QidoQuery query : List.of(
                all.matching(OrderTags.WORKITEM_STATE, "SCHEDULED"),
                all.matching(OrderTags.WORKITEM_STATE, "IN PROGRESS"),
                all.matching(OrderTags.WORKITEM_STATE, Order.Step.CANCELED)
                        .matching(OrderTags.WORKITEM_START, DAY.format(now.minus(CANCELLED_SINCE)) + "-"))) {
            for (Attributes workitem : client.search(query, cancellation)) {
                Optional<Uid> uid = workitem.uid(Tag.SOPInstanceUID);
                uid.ifPresent(each -> found.put(each, order(each, workitem, now)));
                if (uid.isEmpty()) {
                    LOG.warn("{} lists a workitem without a valid UID [order.no-uid]", facility);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Order order(Uid uid, Attributes workitem, Instant now) {
        Attributes request = workitem.item(OrderTags.REFERENCED_REQUEST).orElseGet(Attributes::new);
        String state = DicomOrders.text(workitem, OrderTags.WORKITEM_STATE);
        return new Order(
                facility,
                OrderSource.WORKITEM,
                numbers(workitem, request),
                request(workitem, request),
                DicomOrders.subject(workitem),
                new Order.Orderer(
                        DicomOrders.text(OrderTags.REQUESTING_PHYSICIAN, request, workitem),
                        DicomOrders.text(OrderTags.ORDERER_PHONE, request, workitem)),
                new Order.Times(
                        DicomOrders.moment(workitem, OrderTags.WORKITEM_START),
                        DicomOrders.moment(workitem, OrderTags.EXPECTED_COMPLETION),
                        now),
                status(state),
                new Order.Step(Optional.of(uid), state, performers(workitem)));
    }

    /** The study to be read is the input of the step; the request may have been made for another. */
    private static Order.Numbers numbers(Attributes workitem, Attributes request) {
        Optional<Uid> input = workitem.items(OrderTags.INPUT_INFORMATION).stream()
                .flatMap(item -> item.uid(Tag.StudyInstanceUID).stream())
                .findFirst();
        return new Order.Numbers(
                DicomOrders.text(request, OrderTags.PLACER_NUMBER),
                DicomOrders.text(request, OrderTags.FILLER_NUMBER),
                DicomOrders.text(Tag.AccessionNumber, request, workitem),
                DicomOrders.accessionIssuer(request),
                input.or(() -> request.uid(Tag.StudyInstanceUID)).or(() -> workitem.uid(Tag.StudyInstanceUID)));
    }

    private static Order.Request request(Attributes workitem, Attributes request) {
        String procedure = DicomOrders.text(request, Tag.RequestedProcedureDescription);
        Attributes code = request.item(Tag.RequestedProcedureCodeSequence).orElseGet(Attributes::new);
        String reason = DicomOrders.text(OrderTags.REASON, request, workitem);
        return new Order.Request(
                DicomOrders.text(workitem, OrderTags.WORKITEM_PRIORITY),
                DicomOrders.text(workitem, Tag.Modality),
                DicomOrders.text(code, Tag.CodeValue),
                procedure.isEmpty() ? DicomOrders.text(workitem, OrderTags.WORKITEM_LABEL) : procedure,
                reason.isEmpty() ? DicomOrders.text(workitem, OrderTags.ADMITTING_DIAGNOSES) : reason);
    }

    private static List<String> performers(Attributes workitem) {
        List<String> performers = new ArrayList<>();
        for (Attributes performer : workitem.items(OrderTags.PERFORMERS)) {
            Stream.concat(
                            performer.string(OrderTags.PERFORMER_NAME).stream(),
                            performer.item(OrderTags.PERFORMER_CODE).stream()
                                    .flatMap(code -> code.string(OrderTags.CODE_MEANING).stream()))
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .ifPresent(performers::add);
        }
        return performers;
    }

    /**
     * A cancelled step is no cancelled order: there is no other way to give one back that was begun (PS3.4 CC.1.1), so that
     * its study may well be still to be read.
     */
    private static OrderStatus status(String state) {
        return switch (state) {
            case Order.Step.CANCELED -> OrderStatus.WITHDRAWN;
            case "COMPLETED" -> OrderStatus.DONE;
            case "IN PROGRESS" -> OrderStatus.CHANGED;
            default -> OrderStatus.NEW;
        };
    }
}
