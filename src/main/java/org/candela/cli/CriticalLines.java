package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.LoopStanding;
import org.candela.critical.ReportSentence;

/** Critical results in lines of a terminal, without the patient's name. */
final class CriticalLines {
    private static final int SHORT_ID = 8;

    private CriticalLines() {}

    /** The one whose id begins so. */
    static CriticalLoop find(CriticalLoops loops, String id) throws CandelaException {
        List<CriticalLoop> found = loops.all().stream()
                .filter(loop -> !id.isBlank() && loop.id().toString().startsWith(id))
                .toList();
        if (found.size() != 1) {
            throw new CandelaException(
                    "critical.none",
                    found.isEmpty()
                            ? "there is no critical result " + id + "; candela critical list --all tells them"
                            : id + " is the beginning of several; give more of it");
        }
        return found.get(0);
    }

    static String line(LoopStanding standing) {
        CriticalLoop loop = standing.loop();
        return String.format(
                Locale.ROOT,
                "%s  %-10s  %-12s  %-16s  category %d  %s%s",
                loop.id().toString().substring(0, SHORT_ID),
                loop.state(),
                loop.state().isOpen() ? left(standing.left()) : "",
                loop.subject().facility() + " " + loop.subject().accession(),
                loop.category().number(),
                loop.finding(),
                loop.state().isOpen()
                        ? standing.next()
                                .map(step -> "   call " + step.who() + ", " + step.phone())
                                .orElse("   nobody to call on file")
                        : "");
    }

    private static String left(Duration left) {
        return left.isNegative() ? "LATE " + -left.toMinutes() + " min" : left.toMinutes() + " min left";
    }

    static String whole(LoopStanding standing, CriticalPolicy policy, String sentence) {
        CriticalLoop loop = standing.loop();
        List<String> lines = new ArrayList<>(List.of(line(standing)));
        lines.add("identified " + ReportSentence.moment(loop.identifiedAt(), policy.zone()) + ", limit "
                + policy.limit(loop.category()).toMinutes() + " min");
        policy.ladder(loop.category())
                .forEach(step ->
                        lines.add("after " + step.after().toMinutes() + " min: " + step.who() + ", " + step.phone()));
        loop.entries()
                .forEach(entry -> lines.add(ReportSentence.moment(entry.at(), policy.zone()) + "  " + entry.by() + "  "
                        + entry.happening().kind().name().toLowerCase(Locale.ROOT)));
        if (!sentence.isEmpty()) {
            lines.add(sentence);
        }
        return String.join(System.lineSeparator(), lines);
    }

    static ObjectNode json(CriticalLoop loop) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", loop.id().toString())
                .put("state", loop.state().name())
                .put("facility", loop.subject().facility().value())
                .put("accession", loop.subject().accession())
                .put("category", loop.category().number())
                .put("finding", loop.finding())
                .put("identifiedAt", loop.identifiedAt().toString())
                .put("attempts", loop.attempts().size());
        loop.communication()
                .ifPresent(told -> json.put("receivedAt", told.receivedAt().toString())
                        .put("readBack", told.readBack().name()));
        return json;
    }
}
