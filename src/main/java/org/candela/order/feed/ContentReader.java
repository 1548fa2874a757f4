package org.candela.order.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessage.About;
import org.candela.message.FacilityMessage.Kind;
import org.candela.message.FacilityMessage.Told;
import org.candela.order.Order;
import org.candela.order.feed.FeedException.Refusal;

/** What a message holds for us, by its type. Used once. */
final class ContentReader {
    private static final List<String> ORDERS = List.of("ORM^O01", "OMI^O23", "OMG^O19");
    private static final List<String> DOCUMENTS = List.of("MDM^T02", "MDM^T04", "MDM^T06", "MDM^T08", "MDM^T10");
    private static final List<String> TEXT = List.of("TX", "FT", "ST");

    private final FacilityId facility;
    private final Header header;
    private final Instant now;

    ContentReader(FacilityId facility, Header header, Instant now) {
        this.facility = facility;
        this.header = header;
        this.now = now;
    }

    OrderFeed.Content read(List<Segment> segments) throws FeedException {
        String type = header.type() + "^" + header.event();
        if (ORDERS.contains(type)) {
            return orders(segments);
        }
        if (DOCUMENTS.contains(type)) {
            return new OrderFeed.Content(List.of(), List.of(document(segments)));
        }
        throw new FeedException(
                Refusal.MESSAGE_TYPE,
                "messages " + type.toUpperCase(Locale.ROOT) + " are not taken; taken are " + String.join(", ", ORDERS)
                        + ", " + String.join(", ", DOCUMENTS));
    }

    private OrderFeed.Content orders(List<Segment> segments) throws FeedException {
        List<Order> orders = new ArrayList<>();
        List<Told> words = new ArrayList<>();
        for (OrderGroup group : OrderGroup.of(segments)) {
            Order order = new OrderReader(facility, Hl7Time.zoneOf(header.time()), now).read(group);
            orders.add(order);
            String notes = group.notes();
            if (!notes.isBlank()) {
                About about = new About(order.numbers().study(), order.numbers().accession());
                words.add(new Told(facility, Kind.ORDER_NOTE, order.orderer().name(), about, cut(notes)));
            }
        }
        return new OrderFeed.Content(orders, words);
    }

    /** TXA-9 originator, TXA-14 placer, TXA-15 filler order number; OBX-5 the words. */
    private Told document(List<Segment> segments) throws FeedException {
        List<String> lines = new ArrayList<>();
        String sender = "";
        String accession = "";
        for (Segment segment : segments) {
            if (segment.name().equals("OBX") && TEXT.contains(segment.field(2))) {
                lines.add(segment.text(5));
            } else if (segment.name().equals("TXA")) {
                sender = OrderReader.personOf(segment, 9);
                accession = Segment.firstOf(segment.field(15), segment.field(14));
            } else if (segment.name().equals("OBR")) {
                accession = Segment.firstOf(segment.field(18), segment.field(3), accession);
            }
        }
        String text = String.join("\n", lines).strip();
        if (text.isEmpty()) {
            throw new FeedException(Refusal.FIELD_MISSING, "OBX-5 holds no text (TX, FT or ST)");
        }
        return new Told(facility, Kind.DOCUMENT, sender, new About(Optional.<Uid>empty(), accession), cut(text));
    }

    private static String cut(String text) throws FeedException {
        if (text.length() > Told.LONGEST) {
            throw new FeedException(Refusal.DATA_TYPE, "its text is longer than " + Told.LONGEST + " characters");
        }
        return text;
    }
}
