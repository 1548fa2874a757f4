package org.candela.readiness.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.TreeSet;
import org.candela.displayqa.report.SealedPaper;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.Verification;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessGroup;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * A card as it leaves: every question with verdict, value, time, source and how the figure came about.
 *
 * @param about whose it is
 */
// [impl->req~readiness.card~1]
public record CardPaper(Readiness readiness, About about) {
    /** First member of the document, which says what it is and in which version. */
    static final String MEMBER = "candelaReadinessCard";

    static final String ATTACHMENT = "readiness-card.json";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Whose card it is.
     *
     * @param limits edition of the limits it was judged by
     */
    public record About(String reader, String workstation, String program, String limits) {}

    /** The sealed document, UTF-8. */
    public byte[] json(SigningKey key) {
        return SealedPaper.json(document(), key);
    }

    /** The sealed page, with the sealed document attached. */
    public byte[] pdf(SigningKey key) throws IOException {
        byte[] json = json(key);
        return SealedPaper.pdf(CardPdf.print(MAPPER.readTree(json), json, key.fingerprint()), key);
    }

    /** Checks a file of either form. */
    public static Verification verify(byte[] file) {
        return SealedPaper.verify(file, MEMBER, ATTACHMENT);
    }

    /** The document without a seal. */
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put(MEMBER, VERSION)
                .put("at", readiness.at().toString())
                .put("reader", about.reader())
                .put("workstation", about.workstation())
                .put("program", about.program())
                .put("limits", about.limits())
                .put("primaryReadingAllowed", readiness.isPrimaryReadingAllowed())
                .put("worst", readiness.worst().name());
        ArrayNode items = document.putArray("items");
        readiness.items().stream()
                .sorted(Comparator.comparing(ReadinessGroup::of).thenComparing(ReadinessItem::status))
                .forEach(item -> items.add(document(item)));
        return document;
    }

    private static ObjectNode document(ReadinessItem item) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("group", ReadinessGroup.of(item).name())
                .put("id", item.id())
                .put("title", item.title())
                .put("status", item.status().name())
                .put("value", item.evidence().value())
                .put("source", item.evidence().source())
                .put("basis", basis(item))
                .put("reason", item.reason())
                .put("whatToDo", item.whatToDo());
        item.evidence().at().ifPresent(at -> json.put("readAt", at.toString()));
        ArrayNode facilities = json.putArray("facilities");
        new TreeSet<>(item.holdsFor()).forEach(facilities::add);
        return json;
    }

    /** A reason that says SIMULATED comes from a check that has no figure of its own. */
    private static String basis(ReadinessItem item) {
        return item.reason().contains("SIMULATED")
                ? "SIMULATED"
                : item.evidence().basis().name();
    }

    /** Words for a status, as on the screen. */
    static String words(JsonNode item) {
        return switch (Status.valueOf(item.path("status").asText())) {
            case BLOCKED -> "BLOCKED";
            case FAILED -> "below what is asked";
            case WARNING -> "look at this";
            case NOT_ASSESSED -> "not known";
            case READY -> "ready";
        };
    }
}
