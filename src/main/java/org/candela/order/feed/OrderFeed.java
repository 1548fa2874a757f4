package org.candela.order.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessage.Kind;
import org.candela.message.FacilityMessage.Told;
import org.candela.message.FacilityMessages;
import org.candela.net.mllp.MllpHandler;
import org.candela.order.Order;
import org.candela.order.Orders;
import org.candela.order.feed.FeedException.Refusal;
import org.candela.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes order messages: all of a message is on the disk before it is acknowledged, or nothing of it is kept.
 *
 * <p>The same message sent again, as after a lost answer, is answered again and not done twice. Used by one thread at a
 * time, which waits for the disk.
 */
// [impl->req~order.feed~1]
public final class OrderFeed implements MllpHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderFeed.class);
    private static final String ACTOR = "order feed";

    private final Services services;
    private final Clock clock;
    private final MessageParser parser = new MessageParser();

    /** Where things are kept, and who may send. */
    public record Services(Database database, Orders orders, FacilityMessages messages, Senders senders) {}

    public OrderFeed(Services services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    @Override
    public byte[] answer(byte[] message) {
        Header header = Header.of(new String(message, StandardCharsets.ISO_8859_1));
        try {
            take(header, message);
            return FeedAnswer.accepted(header, clock.instant());
        } catch (FeedException e) {
            LOG.warn("a message was not taken [{}]", e.code());
            return FeedAnswer.refused(header, clock.instant(), e);
        } catch (CandelaException e) {
            LOG.error("a message could not be kept [{}]", e.code(), e);
            return failed(header, "it could not be kept here; send it again");
        } catch (RuntimeException bug) {
            // Whatever comes over the line, the line stays open for the next message.
            LOG.error("a message could not be handled [order.feed.internal]", bug);
            return failed(header, "it could not be handled here; send it again or call");
        }
    }

    private byte[] failed(Header header, String words) {
        return FeedAnswer.refused(header, clock.instant(), new FeedException(Refusal.INTERNAL, words));
    }

    @Override
    public byte[] answerTooLong(byte[] begin, int limit) {
        Header header = Header.of(new String(begin, StandardCharsets.ISO_8859_1));
        return FeedAnswer.refused(
                header,
                clock.instant(),
                new FeedException(Refusal.DATA_TYPE, "the message is longer than " + limit + " bytes"));
    }

    private void take(Header header, byte[] message) throws CandelaException {
        String text = MessageText.decode(message);
        require(header);
        FacilityId facility = services.senders()
                .find(header.application(), header.facility())
                .orElseThrow(() -> new FeedException(
                        Refusal.UNKNOWN_SENDER,
                        "no facility here sends as MSH-3 \"" + header.application() + "\", MSH-4 \"" + header.facility()
                                + "\""));
        Content content = new ContentReader(facility, header, clock.instant()).read(parser.parse(text));
        if (keep(header, Sha256.hex(message), content)) {
            services.orders().changed(facility);
            services.messages().changed();
        }
    }

    /** What a message holds for us. */
    record Content(List<Order> orders, List<Told> words) {}

    private static void require(Header header) throws FeedException {
        if (header.equals(Header.NONE)) {
            throw new FeedException(Refusal.SEGMENT_SEQUENCE, "the message does not begin with MSH");
        }
        if (header.controlId().isEmpty()) {
            throw new FeedException(Refusal.FIELD_MISSING, "MSH-10, the control id, is missing");
        }
        if (!header.processingId().isEmpty() && !header.processingId().equals("P")) {
            throw new FeedException(
                    Refusal.PROCESSING_ID,
                    "MSH-11 is " + header.processingId() + ": only production messages (P) are put on the list");
        }
    }

    /** False when it was taken before. */
    private boolean keep(Header header, String digest, Content content) throws CandelaException {
        return services.database().write(tx -> {
            if (FeedRepository.isTaken(tx, header, digest)) {
                return false;
            }
            for (Order order : content.orders()) {
                services.orders().keep(tx, order);
            }
            for (Told told : content.words()) {
                services.messages().keep(tx, told, nameOf(header, told), ACTOR);
            }
            FeedRepository.take(tx, header, digest, clock.instant());
            return true;
        });
    }

    /** Notes come again with each change of their order; a document is a new one each time it is sent. */
    private static String nameOf(Header header, Told told) {
        return told.kind() == Kind.DOCUMENT
                ? header.sender() + " " + header.controlId()
                : told.about().toString();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
