package org.candela.study.ahead;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;

/**
 * What is brought ahead, and in which order. Pure: the same cases and the same room give the same plan.
 *
 * <p>Each case in its turn takes its room, its study before its priors; what does not fit is left out with its priors, and
 * what is smaller and less urgent may still fit.
 *
 * @param toBring the most urgent first
 * @param withoutRoom studies that do not fit
 */
// [impl->req~study.ahead.plan~1]
// [impl->req~study.ahead.budget~1]
public record AheadPlan(List<AheadStudy> toBring, Set<Uid> withoutRoom) {
    /** Nothing is wanted. */
    public static final AheadPlan NOTHING = new AheadPlan(List.of(), Set.of());

    public AheadPlan {
        toBring = List.copyOf(toBring);
        withoutRoom = Set.copyOf(withoutRoom);
    }

    /** @param nextFirst cases in the order in which they will be read */
    public static AheadPlan of(List<AheadCase> nextFirst, AheadBudget.Left left) {
        Room room = new Room(left);
        for (AheadCase each : nextFirst) {
            if (room.take(each.study())) {
                each.priors().forEach(room::take);
            }
        }
        return new AheadPlan(room.toBring, room.withoutRoom);
    }

    /** What is to be on its way now. */
    public Optional<AheadStudy> first() {
        return toBring.stream().findFirst();
    }

    /** Whether the study is to be brought. */
    public boolean brings(Uid study) {
        return toBring.stream().anyMatch(each -> each.uid().equals(study));
    }

    /** Whether what is on its way is to be stopped: it is wanted no more, does not fit, or something more urgent came. */
    public boolean stops(Uid running) {
        return first().filter(first -> first.uid().equals(running)).isEmpty();
    }

    /** What is left while the plan is made. */
    private static final class Room {
        private final List<AheadStudy> toBring = new ArrayList<>();
        private final Set<Uid> withoutRoom = new HashSet<>();
        private final Set<Uid> seen = new HashSet<>();
        private long most;
        private long free;

        Room(AheadBudget.Left left) {
            most = left.mostBytes();
            free = left.freeBytes();
        }

        /** Whether it is here, or will be. One study may be wanted twice: as a case and as the prior of another. */
        boolean take(AheadStudy study) {
            if (!seen.add(study.uid())) {
                return !withoutRoom.contains(study.uid());
            }
            most -= Math.min(Math.max(most, 0), study.bytesHere());
            if (study.isHere()) {
                return true;
            }
            if (study.bytesMissing() > Math.min(most, free)) {
                withoutRoom.add(study.uid());
                return false;
            }
            most -= study.bytesMissing();
            free -= study.bytesMissing();
            toBring.add(study);
            return true;
        }
    }
}
