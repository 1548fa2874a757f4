package org.candela.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.practice.Jurisdiction;
import picocli.CommandLine.Option;

/** The states whose patients a facility serves. */
final class FacilityStates {
    @Option(
            names = "--states",
            split = ",",
            paramLabel = "STATE",
            description =
                    "Where its studies are made, as TX,NM; the reader needs a licence of each that a study can be of.")
    private List<String> states = List.of();

    /**
     * As given, else as before.
     *
     * @throws IllegalArgumentException when one is no state
     */
    Set<String> over(Set<String> before) {
        return states.isEmpty()
                ? before
                : states.stream().map(state -> Jurisdiction.of(state).code()).collect(Collectors.toSet());
    }
}
