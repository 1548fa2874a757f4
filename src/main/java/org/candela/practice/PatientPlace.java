package org.candela.practice;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.candela.facility.Facility;

/**
 * Where the patient is while the study is made: medicine is practised there, not where the reader sits.
 *
 * @param states the states that it can be, every one of which must allow the reading; empty: unknown
 * @param home the state of the patient's address, which need not be where the study was made
 * @param evidence how it is known
 */
public record PatientPlace(SortedSet<Jurisdiction> states, Optional<Jurisdiction> home, String evidence) {
    public PatientPlace {
        states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
    }

    /** States a facility serves, as far as its codes are states. */
    public static List<Jurisdiction> servedBy(Facility facility) {
        return facility.states().stream()
                .filter(Jurisdiction::isOne)
                .map(Jurisdiction::of)
                .toList();
    }

    /**
     * The place by what is known of a study: the site that made it, else the states that its facility serves. A facility
     * of several states whose study does not tell its site counts as all of them, whatever the patient's address says.
     *
     * @param site state of the site that made the study
     * @param served states the facility serves
     */
    // [impl->req~licence.patient-state~1]
    public static PatientPlace of(
            Optional<Jurisdiction> site, Collection<Jurisdiction> served, Optional<Jurisdiction> home) {
        if (site.isPresent()) {
            return new PatientPlace(new TreeSet<>(site.stream().toList()), home, "made in " + site.orElseThrow());
        }
        SortedSet<Jurisdiction> all = new TreeSet<>(served);
        String codes = all.stream().map(Jurisdiction::code).collect(Collectors.joining(", "));
        return switch (all.size()) {
            case 0 -> new PatientPlace(all, home, "the facility's states are not entered");
            case 1 -> new PatientPlace(all, home, "the facility serves " + codes);
            default -> new PatientPlace(all, home, "the facility serves " + codes + ", and the study tells no site");
        };
    }

    /** The state of the address where it is none of those that the study can be made in. */
    public Optional<Jurisdiction> differingHome() {
        return home.filter(state -> !states.isEmpty() && !states.contains(state));
    }
}
