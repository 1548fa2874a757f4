package org.candela.readiness.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.readiness.journal.Entry;
import org.candela.readiness.journal.Entry.Kind;
import org.candela.readiness.journal.Journal;
import org.candela.store.StoreException;

/** What the reader said about the ways out: test cargo, VPN, backup link. Any thread; blocks on the disk. */
// [impl->req~readiness.backup~1]
// [impl->req~readiness.vpn~1]
public final class LinkBook {
    private static final String BACKUP = "backup";

    private final Journal journal;

    public LinkBook(Journal journal) {
        this.journal = journal;
    }

    /**
     * What a facility is measured with.
     *
     * @param study UID of a study for tests; blank where none was named
     * @param object file of an object that the facility takes as a test; blank where it takes none
     */
    public record Cargo(String study, String object) {
        /** Nothing was agreed with the facility. */
        public static final Cargo NONE = new Cargo("", "");
    }

    /** Keeps what was agreed. */
    public void agree(FacilityId facility, Cargo cargo, String by) throws StoreException {
        enter(Kind.LINK, facility.value(), body().put("study", cargo.study()).put("object", cargo.object()), by);
    }

    /** What was agreed with a facility. */
    public Cargo cargo(FacilityId facility) throws StoreException {
        return journal.latest(Kind.LINK, facility.value())
                .map(kept -> new Cargo(
                        kept.body().path("study").asText(),
                        kept.body().path("object").asText()))
                .orElse(Cargo.NONE);
    }

    /**
     * Whether a facility is reached through a VPN.
     *
     * @param device its interface; blank for whichever tunnel there is
     */
    public record Vpn(boolean isNeeded, String device) {}

    /** Keeps that. */
    public void note(FacilityId facility, Vpn vpn, String by) throws StoreException {
        enter(Kind.VPN, facility.value(), body().put("needed", vpn.isNeeded()).put("device", vpn.device()), by);
    }

    /** What is on file; empty where nobody said. */
    public Optional<Vpn> vpn(FacilityId facility) throws StoreException {
        return journal.latest(Kind.VPN, facility.value())
                .map(kept -> new Vpn(
                        kept.body().path("needed").asBoolean(),
                        kept.body().path("device").asText()));
    }

    /**
     * The second way out.
     *
     * @param device its interface; blank where it has the same as the first, as behind one router
     * @param gateway its gateway; blank where the interface tells it
     */
    public record Backup(Means means, String device, String gateway) {
        /** What it is. */
        public enum Means {
            CELLULAR,
            SECOND_PROVIDER
        }

        public Backup {
            if (device.isBlank() && gateway.isBlank()) {
                throw new IllegalArgumentException("a backup link is told from the first by its interface or gateway");
            }
        }

        /** As a person says it. */
        public String text() {
            String what = means == Means.CELLULAR ? "cellular" : "second provider";
            return what + (device.isBlank() ? "" : " on " + device) + (gateway.isBlank() ? "" : " by " + gateway);
        }
    }

    /** Keeps what the second way out is. */
    public void set(Backup backup, String by) throws StoreException {
        ObjectNode body = body().put("means", backup.means().name())
                .put("device", backup.device())
                .put("gateway", backup.gateway());
        enter(Kind.BACKUP_LINK, BACKUP, body, by);
    }

    /** The second way out; empty where there is none. */
    public Optional<Backup> backup() throws StoreException {
        return journal.latest(Kind.BACKUP_LINK, BACKUP)
                .map(kept -> new Backup(
                        Backup.Means.valueOf(kept.body().path("means").asText()),
                        kept.body().path("device").asText(),
                        kept.body().path("gateway").asText()));
    }

    /**
     * A test of it.
     *
     * @param route interface and gateway that the default route had
     * @param megabits down, Mbit/s; 0 where it was not measured
     */
    public record Tested(Instant at, String route, double megabits) {}

    /** Keeps that it was tested. */
    public void tested(String route, double megabits, String by) throws StoreException {
        enter(Kind.BACKUP_TEST, BACKUP, body().put("route", route).put("downMbit", megabits), by);
    }

    /** Its last test; empty where it was never tested, or is another since. */
    public Optional<Tested> lastTest() throws StoreException {
        Optional<Entry.Kept> link = journal.latest(Kind.BACKUP_LINK, BACKUP);
        return journal.latest(Kind.BACKUP_TEST, BACKUP)
                .filter(test -> link.isPresent()
                        && !test.at().isBefore(link.orElseThrow().at()))
                .map(kept -> new Tested(
                        kept.at(),
                        kept.body().path("route").asText(),
                        kept.body().path("downMbit").asDouble()));
    }

    private void enter(Kind kind, String key, ObjectNode body, String by) throws StoreException {
        journal.enter(new Entry(kind, key, body), by);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
