package org.candela.critical;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * What was told of critical findings, for whoever looks at a report: a check before a signature, a state that asks for a
 * record. Answers from memory; any thread.
 */
public interface Communications {
    /** Nothing was told, and every facility holds the start policy. */
    Communications NONE = new Communications() {
        @Override
        public List<CriticalLoop> about(FacilityId facility, Uid study) {
            return List.of();
        }

        @Override
        public CriticalPolicy policy(FacilityId facility) {
            return CriticalPolicy.start(ZoneOffset.UTC);
        }
    };

    /** Loops about a study, oldest first, those that were withdrawn among them. */
    List<CriticalLoop> about(FacilityId facility, Uid study);

    /** The policy in force. */
    CriticalPolicy policy(FacilityId facility);

    /** What a report lacks or says too much; see {@link CommunicationCheck}. */
    default List<CommunicationCheck.Lack> lacks(FacilityId facility, Uid study, String text) {
        return new CommunicationCheck(policy(facility), about(facility, study)).of(text);
    }

    /**
     * Whether somebody there was told of something about this study at or after {@code since}: what an addendum that changes
     * the meaning and a report of the wrong patient ask for.
     */
    default boolean isToldSince(FacilityId facility, Uid study, Instant since) {
        return about(facility, study).stream()
                .flatMap(loop -> loop.communication().stream())
                .anyMatch(told -> !told.receivedAt().isBefore(since));
    }

    /** The zone of the sentences of a facility. */
    default ZoneId zone(FacilityId facility) {
        return policy(facility).zone();
    }
}
