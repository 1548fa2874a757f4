package org.candela.readiness.contingency;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.facility.Facility;
import org.candela.readiness.contingency.ContingencySheet.Line;
import org.candela.readiness.contingency.ContingencySheet.Site;
import org.candela.readiness.journal.Entry;
import org.candela.readiness.journal.Journal;
import org.candela.store.StoreException;

/** The sheet on this workstation. Any thread; blocks on the disk, never on a network. */
// [impl->req~readiness.contingency~1]
public final class ContingencyBook {
    private static final String OWN = "reader";
    private static final int LONGEST = 200;

    private final Journal journal;

    public ContingencyBook(Journal journal) {
        this.journal = journal;
    }

    /** Keeps a line of the reader's own desk. */
    public void set(Line line, String text, String by) throws StoreException {
        if (line.isOfFacility()) {
            throw new IllegalArgumentException(line.title() + " is of a facility; name it");
        }
        enter(OWN, line, text, by);
    }

    /** Keeps a line of a facility. */
    public void set(Facility facility, Line line, String text, String by) throws StoreException {
        if (!line.isOfFacility()) {
            throw new IllegalArgumentException(line.title() + " is of your own desk, not of a facility");
        }
        enter(facility.id().value(), line, text, by);
    }

    private void enter(String whose, Line line, String text, String by) throws StoreException {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(line.title() + " has words or numbers, at most " + LONGEST + " letters");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", text.strip());
        journal.enter(new Entry(Entry.Kind.CONTINGENCY, whose + "/" + line.name(), body), by);
    }

    /** The sheet for these facilities. */
    public ContingencySheet sheet(Collection<Facility> facilities) throws StoreException {
        List<Instant> entered = new ArrayList<>();
        Map<Line, String> own = lines(OWN, entered);
        List<Site> sites = new ArrayList<>();
        List<Facility> sorted =
                facilities.stream().sorted(Comparator.comparing(Facility::name)).toList();
        for (Facility facility : sorted) {
            sites.add(new Site(facility.name(), lines(facility.id().value(), entered)));
        }
        return new ContingencySheet(own, sites, entered.stream().min(Comparator.naturalOrder()));
    }

    private Map<Line, String> lines(String whose, List<Instant> entered) throws StoreException {
        Map<Line, String> lines = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            Optional<Entry.Kept> kept = journal.latest(Entry.Kind.CONTINGENCY, whose + "/" + line.name());
            kept.ifPresent(one -> {
                lines.put(line, one.body().path("text").asText());
                entered.add(one.at());
            });
        }
        return lines;
    }
}
