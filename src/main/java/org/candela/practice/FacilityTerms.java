package org.candela.practice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.facility.FacilityId;

/**
 * What a facility asks of reading from a distance.
 *
 * @param sites state of each site by its Institution Name (0008,0080) in lower case
 * @param breastInFacility breast imaging is read within the facility alone, by its rule or its state's
 * @param localTeam what needs somebody at the facility
 */
public record FacilityTerms(
        FacilityId facility, Map<String, Jurisdiction> sites, boolean breastInFacility, Set<LocalTeam> localTeam)
        implements PracticeRecord {
    public FacilityTerms {
        Map<String, Jurisdiction> lowered = new TreeMap<>();
        sites.forEach((name, state) -> lowered.put(key(name), state));
        sites = Map.copyOf(lowered);
        localTeam = Set.copyOf(localTeam);
    }

    /** What some facilities have read together with a team of their own. */
    public enum LocalTeam {
        PAEDIATRIC,
        INTERVENTIONAL
    }

    /** Those of a facility that said nothing. */
    public static FacilityTerms none(FacilityId facility) {
        return new FacilityTerms(facility, Map.of(), false, Set.of());
    }

    /** State of the site of this Institution Name. */
    public Optional<Jurisdiction> stateOf(String institutionName) {
        return Optional.ofNullable(sites.get(key(institutionName)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return Kind.TERMS;
    }

    @Override
    public String key() {
        return facility.value();
    }

    @Override
    public String text() {
        return "terms of " + facility + ": " + sites.size() + " sites"
                + (breastInFacility ? ", breast imaging within the facility" : "")
                + (localTeam.isEmpty() ? "" : ", a team of its own for " + words());
    }

    private String words() {
        return localTeam.stream()
                .sorted()
                .map(team -> team.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
