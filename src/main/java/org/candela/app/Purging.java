package org.candela.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.cli.PurgeCommand.Plan;
import org.candela.dictation.keep.KeepPolicies;
import org.candela.dictation.keep.Retention;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.keep.Utterances;
import org.candela.facility.FacilityId;
import org.candela.purge.CasePurge;
import org.candela.purge.Leftovers;
import org.candela.purge.PurgeLog;
import org.candela.purge.PurgeLog.Deleted;
import org.candela.purge.PurgeLog.Run;
import org.candela.purge.PurgeLog.What;
import org.candela.purge.PurgePolicies;
import org.candela.purge.RecordPurge;
import org.candela.report.DraftBin;
import org.candela.report.Reports;
import org.candela.report.template.Templates;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.ImagePurge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that goes, in its order: images, rows, drafts, sound, records, files; then the store is written anew without it.
 * Killed anywhere, the next run of the kind goes on with the same log. Blocks on the disk.
 *
 * @param temporary the folder of this system where killed programs left files
 * @param open studies that are on a screen now, asked before each deletion
 */
// [impl->req~purge.order~1]
record Purging(House house, Path temporary, Supplier<Set<Uid>> open) {
    private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
    private static final String ACTOR = "purge";

    PurgePolicies policies() {
        House.Base base = house.base();
        return new PurgePolicies(base.database(), base.audit(), base.clock());
    }

    PurgeLog log() {
        House.Base base = house.base();
        return new PurgeLog(base.database(), base.audit(), base.clock());
    }

    RecordPurge records() {
        return new RecordPurge(house.base().database(), log(), house.base().clock());
    }

    CasePurge cases() {
        return new CasePurge(house.base().database(), log(), house.base().clock());
    }

    private DraftBin bin() {
        return new DraftBin(house.base().ledger());
    }

    Leftovers leftovers() {
        return new Leftovers(
                new Leftovers.Place(house.base().paths(), temporary),
                house.base().database(),
                log(),
                house.base().clock());
    }

    private ImagePurge images() {
        House.Base base = house.base();
        return new ImagePurge(base.database(), base.audit(), house.library().files(), base.clock());
    }

    private Retention retention() throws CandelaException {
        House.Base base = house.base();
        Utterances.Shelf shelf = new Utterances.Shelf(base.database(), base.audit(), base.clock(), ACTOR);
        return new Retention(
                new Utterances(shelf, base.paths().dictation(), () -> Sealing.NONE), // deletes and reads nothing
                new KeepPolicies(shelf),
                new KnownReports(base, new Reports(base.database(), Templates.shipped())));
    }

    /** What stays now. */
    private Set<Uid> held() throws CandelaException {
        Set<Uid> held = new HashSet<>(new PurgeHolds(house).studies());
        held.addAll(open.get());
        return held;
    }

    /** What a run by age would delete now. Records are looked for by the run itself. */
    Plan plan() throws CandelaException {
        Set<Uid> held = held();
        return new Plan(
                images().due(held),
                cases().due(policies().all(), held),
                bin().due().size(),
                leftovers().due(policies().exportDays()));
    }

    /** Deletes what is past its age, until cancelled. */
    Run byAge(String by, Cancellation cancellation) throws CandelaException {
        Run run = log().begin(PurgeLog.Kind.AGE, PurgeLog.ALL, "policies of the facilities", by);
        Plan plan = plan();
        images(run).run(plan.images(), cancellation, gone -> {});
        for (CasePurge.Due due : cases().due(policies().all(), held())) { // whose images just went, too
            if (!cancellation.isRequested() && !open.get().contains(due.study())) {
                boolean unused = cases().delete(run, due);
            }
        }
        if (!cancellation.isRequested()) {
            int words = cases().deleteWords(run, policies().all());
            LOG.debug("{} rows of orders and messages went", words);
            for (DraftBin.Discarded each : bin().due()) {
                remove(run, each);
            }
            int sound = retention().sweep();
            int records = records().run(run, policies().all(), held());
            leftovers().delete(run, leftovers().due(policies().exportDays()));
            LOG.info("sound of {} utterances and {} records went by age", sound, records);
        }
        return finish(run, cancellation);
    }

    /** Deletes all of a facility but its record, whatever the age. The caller has asked for obstacles. */
    Run contractEnd(FacilityId facility, String reason, String by) throws CandelaException {
        Run run = log().begin(PurgeLog.Kind.CONTRACT_END, facility.value(), reason, by);
        Cancellation never = new Cancellation();
        images(run).run(images().all(facility), never, gone -> {});
        for (String report : records().reportsOf(facility)) {
            int gone = retention().draftGone(report);
            if (gone > 0) {
                enter(run, new Deleted(What.SOUND, facility, report, gone, 0));
            }
        }
        for (DraftBin.Discarded each : bin().all()) {
            if (each.facility().equals(facility)) {
                remove(run, each);
            }
        }
        cases().deleteAll(run, facility);
        int secrets = house.reached().web().forget(facility);
        LOG.info("{} secrets of {} were deleted", secrets, facility);
        leftovers().delete(run, leftovers().copies());
        return finish(run, never);
    }

    /** Rows that are deleted are zeros at once; what moved between pages before is gone when the file was written anew. */
    private Run finish(Run run, Cancellation cancellation) throws StoreException {
        boolean isWorth = !log().entries(run).isEmpty();
        if (isWorth && !house.base().database().compact()) {
            LOG.info("the journal of the store is emptied by the next run: somebody reads it");
        }
        return cancellation.isRequested() ? run : log().end(run);
    }

    private void remove(Run run, DraftBin.Discarded each) throws CandelaException {
        int sound = retention().draftGone(each.report().value());
        house.base().database().change(tx -> {
            DraftBin.remove(tx, each.report());
            log().enter(
                            tx,
                            run,
                            new Deleted(
                                    What.DRAFT, each.facility(), each.report().value(), 1 + sound, 0));
        });
    }

    private void enter(Run run, Deleted deleted) throws StoreException {
        house.base().database().change(tx -> log().enter(tx, run, deleted));
    }

    private ImagePurge images(Run run) {
        return images().with(new ImagePurge.Companion() {
            @Override
            public boolean isTaken(Uid study) throws CandelaException {
                return run.kind() == PurgeLog.Kind.AGE && held().contains(study);
            }

            @Override
            public void goes(Tx tx, ImagePurge.Due due) throws StoreException {
                cases().withImages(
                                tx,
                                run,
                                new Deleted(
                                        What.IMAGES, due.facility(), due.study().value(), 0, due.bytes()));
            }
        });
    }
}
