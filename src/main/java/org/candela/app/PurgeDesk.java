package org.candela.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.cli.PurgeCommand;
import org.candela.displayqa.report.SigningKey;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.purge.Age;
import org.candela.purge.PurgeLog.Run;
import org.candela.purge.RecordPurge;
import org.candela.purge.paper.PurgeCertificate;
import org.candela.purge.paper.PurgeCertificate.Kept;
import org.candela.readiness.card.CardPaper;
import org.candela.study.ImagePurge;

/** What the command of the purge does: each time it opens the house, works in it, and closes it. */
record PurgeDesk(Commands commands, Cards cards, String reader, Path temporary) implements PurgeCommand.Desk {
    private Purging in(House house) {
        return new Purging(house, temporary, Set::of); // at the terminal: no screen
    }

    @Override
    public PurgeCommand.Plan plan() throws CandelaException {
        return commands.inHouse((house, executors) -> in(house).plan());
    }

    @Override
    public PurgeCommand.Done run() throws CandelaException {
        return commands.inHouse((house, executors) -> {
            DisplayHold hold = closedRoom(house);
            try {
                return done(house, in(house).byAge(reader, new Cancellation()));
            } finally {
                hold.close();
            }
        });
    }

    @Override
    public List<String> obstacles(FacilityId facility) throws CandelaException {
        return commands.inHouse((house, executors) -> {
            requireKnown(house, facility);
            return new PurgeHolds(house).obstacles(facility);
        });
    }

    @Override
    public PurgeCommand.Done contractEnd(FacilityId facility, String reason) throws CandelaException {
        return commands.inHouse((house, executors) -> {
            DisplayHold hold = closedRoom(house);
            try {
                List<Kept> kept = kept(house, facility);
                Run run = in(house).contractEnd(facility, reason, reader);
                return new PurgeCommand.Done(run, in(house).log().entries(run), kept);
            } finally {
                hold.close();
            }
        });
    }

    /** What an open room shows must not go under it; it purges by itself. */
    private static DisplayHold closedRoom(House house) throws CandelaException {
        try {
            return DisplayHold.take(house.base().paths().home());
        } catch (CandelaException e) {
            throw new CandelaException(
                    "purge.room-open",
                    "the workstation is open, or its displays are being measured: it purges by itself once a day; close it to"
                            + " do it now",
                    e);
        }
    }

    private PurgeCommand.Done done(House house, Run run) throws CandelaException {
        return new PurgeCommand.Done(
                run,
                in(house).log().entries(run),
                List.of(new Kept(
                        "All that is younger than its policy, claimed, unsigned, undelivered or open",
                        "no age reached")));
    }

    /** What the law makes keep, and what this program cannot reach. */
    private List<Kept> kept(House house, FacilityId facility) throws CandelaException {
        Map<Age, Integer> policy = in(house).policies().all().getOrDefault(facility, Map.of());
        RecordPurge.Kept record = in(house).records().keptOf(facility, policy);
        String until = record.until()
                .map(end -> "may go from " + end.toString().substring(0, 10) + " on, later for minors")
                .orElse("no policy lets them go (candela purge policy " + facility + " --record-years)");
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept(
                record.reports()
                        + " signed reports with signatures, states, conditions, proofs of delivery and records of"
                        + " critical results",
                "the reader's legal record, at least ten years; " + until));
        kept.add(new Kept(
                "Audit trail, decisions of the claim gate, this log",
                "45 CFR 164.316(b)(2)(i), six years; a chain that names no patient and is never cut"));
        kept.add(new Kept("Invoices and worked hours", "books; they name accession numbers and no patient"));
        kept.add(new Kept("The facility's name", "records name it; nothing is asked of it any more"));
        kept.add(new Kept(
                in(house).leftovers().exports().size() + " exported files in this home",
                "exported on purpose; candela purge policy all --export-days deletes them by age"));
        kept.add(new Kept("Backups, exports and papers elsewhere", "not known to this program: delete them by hand"));
        return kept;
    }

    @Override
    public void set(FacilityId facility, PurgeCommand.Ages ages) throws CandelaException {
        boolean isKept = commands.inHouse((house, executors) -> {
            if (ages.images() != null || ages.rows() != null || ages.records() != null) {
                requireKnown(house, facility);
            }
            House.Base base = house.base();
            if (ages.images() != null) {
                new ImagePurge(base.database(), base.audit(), house.library().files(), base.clock())
                        .keepFor(facility, ages.images());
            }
            for (Map.Entry<Age, Integer> age : ages.others().entrySet()) {
                in(house).policies().set(facility, age.getKey(), age.getValue());
            }
            return true;
        });
        assert isKept;
    }

    @Override
    public PurgeCommand.Policies policies() throws CandelaException {
        return commands.inHouse((house, executors) -> {
            House.Base base = house.base();
            return new PurgeCommand.Policies(
                    new ImagePurge(
                                    base.database(),
                                    base.audit(),
                                    house.library().files(),
                                    base.clock())
                            .policies(),
                    in(house).policies().all());
        });
    }

    @Override
    public List<PurgeCommand.Done> history() throws CandelaException {
        return commands.inHouse((house, executors) -> {
            List<PurgeCommand.Done> all = new ArrayList<>();
            for (Run run : in(house).log().runs()) {
                all.add(new PurgeCommand.Done(run, in(house).log().entries(run), List.of()));
            }
            return all;
        });
    }

    @Override
    public SigningKey key() throws CandelaException {
        return cards.key();
    }

    @Override
    public List<String> fingerprints() throws CandelaException {
        return cards.fingerprints();
    }

    @Override
    public PurgeCertificate.About about() {
        CardPaper.About about = cards.about();
        return new PurgeCertificate.About(
                about.reader(),
                about.workstation(),
                about.program(),
                cards.clock().instant());
    }

    private static void requireKnown(House house, FacilityId facility) throws CandelaException {
        House.Base base = house.base();
        if (new Facilities(base.database(), base.audit(), base.clock())
                .find(facility)
                .isEmpty()) {
            throw new CandelaException("app.no-facility", facility + " is no facility here; see candela facility list");
        }
    }
}
