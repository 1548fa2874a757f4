package org.candela.app;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.cli.PurgeCommand;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.report.Reports;
import org.candela.report.template.Templates;
import org.candela.study.ImagePurge;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;

/** Images that may go, and what holds some of them: claims, unsigned reports, preliminary reports without a final one. */
record PurgeDesk(Commands commands) implements PurgeCommand.Desk {
    @Override
    public List<ImagePurge.Due> due() throws CandelaException {
        return commands.inHouse((house, executors) -> purge(house).due(held(house)));
    }

    @Override
    public void run(Consumer<ImagePurge.Due> told) throws CandelaException {
        boolean isDone = commands.inHouse((house, executors) -> {
            ImagePurge purge = purge(house);
            purge.run(purge.due(held(house)), new Cancellation(), told);
            return true;
        });
        assert isDone;
    }

    @Override
    public void keepFor(FacilityId facility, int days) throws CandelaException {
        boolean isKept = commands.inHouse((house, executors) -> {
            House.Base base = house.base();
            if (new Facilities(base.database(), base.audit(), base.clock())
                    .find(facility)
                    .isEmpty()) {
                throw new CandelaException(
                        "app.no-facility", facility + " is no facility here; see candela facility list");
            }
            purge(house).keepFor(facility, days);
            return true;
        });
        assert isKept;
    }

    @Override
    public Map<FacilityId, Integer> policies() throws CandelaException {
        return commands.inHouse((house, executors) -> purge(house).policies());
    }

    private static ImagePurge purge(House house) {
        House.Base base = house.base();
        return new ImagePurge(base.database(), base.audit(), base.paths(), base.clock());
    }

    private static Set<Uid> held(House house) throws CandelaException {
        Set<Uid> held = new HashSet<>();
        for (ReadingItem item : house.worklist().snapshot().items()) {
            if (item.claim().isPresent() || item.state() == ReadingState.PRELIMINARY) {
                held.add(item.id().study());
            }
        }
        new Reports(house.base().database(), Templates.shipped())
                .unsignedDrafts()
                .forEach(draft -> held.add(draft.study().studyInstanceUid()));
        return held;
    }
}
