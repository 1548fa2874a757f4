package org.candela.order.feed;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.candela.order.feed.FeedException.Refusal;

/**
 * A message as its segments, in the order they came: facilities put segments where no structure of any version has them,
 * so none is imposed. One thread at a time.
 */
final class MessageParser implements AutoCloseable {
    /** More than any order has; what it costs to read segments grows faster than their number. */
    static final int MOST_SEGMENTS = 1_000;
    /** Separators in one segment. */
    static final int MOST_VALUES = 20_000;

    private final DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation());

    MessageParser() {
        context.setModelClassFactory(new GenericModelClassFactory());
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        context.getParserConfiguration().setAllowUnknownVersions(true);
    }

    /** @param text segments ended by CR, LF or both */
    List<Segment> parse(String text) throws FeedException {
        String message = text.replace("\r\n", "\r").replace('\n', '\r').strip();
        requireReadable(message);
        try {
            Message parsed = context.getPipeParser().parse(message);
            List<Segment> segments = new ArrayList<>();
            for (String name : parsed.getNames()) {
                for (Structure structure : parsed.getAll(name)) {
                    if (structure instanceof ca.uhn.hl7v2.model.Segment segment) {
                        segments.add(new Segment(segment));
                    }
                }
            }
            return segments;
        } catch (HL7Exception | IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            // The parser is made for messages that are nearly right; what else it comes to is the message's fault.
            throw new FeedException(Refusal.DATA_TYPE, "the message cannot be read as HL7 v2");
        }
    }

    private static void requireReadable(String message) throws FeedException {
        if (!message.startsWith("MSH") || message.length() < 8) {
            throw new FeedException(Refusal.SEGMENT_SEQUENCE, "the message does not begin with MSH");
        }
        if (message.chars().filter(each -> each == '\r').count() >= MOST_SEGMENTS) {
            throw new FeedException(
                    Refusal.SEGMENT_SEQUENCE, "the message has more than " + MOST_SEGMENTS + " segments");
        }
        String separators = message.substring(3, 8);
        long values =
                message.chars().filter(each -> separators.indexOf(each) >= 0).count();
        if (values > MOST_VALUES) {
            throw new FeedException(Refusal.DATA_TYPE, "the message has more than " + MOST_VALUES + " values");
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
    }
}
