package org.candela.practice;

import java.util.Set;
import org.candela.facility.FacilityId;

/**
 * Malpractice insurance.
 *
 * @param limits as the carrier writes them, as {@code 1M/3M}
 * @param states that it names; empty: none
 * @param facilities whose reads it covers outside of an employer's umbrella; empty: none
 */
public record MalpracticePolicy(
        String carrier,
        String number,
        Period period,
        String limits,
        Set<Jurisdiction> states,
        Set<FacilityId> facilities,
        Terms terms)
        implements PracticeRecord {
    public MalpracticePolicy {
        states = Set.copyOf(states);
        facilities = Set.copyOf(facilities);
        if (carrier.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException("a policy needs its carrier and number");
        }
    }

    /**
     * What it says expressly.
     *
     * @param telemedicine reading from a distance is covered
     * @param tail claims made after its end are covered
     */
    public record Terms(boolean telemedicine, boolean tail) {}

    @Override
    public String text() {
        return carrier + " policy " + number + " (" + period + ")";
    }

    @Override
    public Kind kind() {
        return Kind.POLICY;
    }

    @Override
    public String key() {
        return carrier + " " + number;
    }
}
