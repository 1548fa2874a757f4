package org.candela.facility;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One facility the reader works for.
 *
 * @param dicomWeb root of its DICOMweb service, {@code http} or {@code https}; {@code /studies} is added to it
 * @param mllp where its reports go; empty: reports stay here and are marked undeliverable
 * @param states two-letter postal codes of the states whose patients it serves
 * @param qaProfile id of the display-QA profile its contract asks for
 * @param access how its DICOMweb service is entered
 * @param contact who answers for displays there
 * @param isDemo whether it is the built-in demonstration, whose studies are synthetic
 */
public record Facility(
        FacilityId id,
        String name,
        URI dicomWeb,
        Optional<MllpEndpoint> mllp,
        Turnaround turnaround,
        Set<String> states,
        String qaProfile,
        Access access,
        Contact contact,
        boolean isDemo) {
    /** The profile of primary reading on a display that is not for mammography. */
    public static final String START_QA_PROFILE = "acr-aapm-siim-primary";

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    public Facility {
        if (name.isBlank()) {
            throw new IllegalArgumentException("facility " + id + " needs a name");
        }
        if (!isWebAddress(dicomWeb)) {
            throw new IllegalArgumentException(
                    "facility " + id + " needs an http or https address with a host, not " + dicomWeb);
        }
        states = Set.copyOf(states);
        if (!states.stream().allMatch(state -> STATE.matcher(state).matches())) {
            throw new IllegalArgumentException("facility " + id + " names a state that is not two letters: " + states);
        }
    }

    /** A facility with start values: no report delivery, default turnaround, no states, no contact. */
    public static Facility of(FacilityId id, String name, URI dicomWeb) {
        return new Facility(
                id,
                name,
                dicomWeb,
                Optional.empty(),
                Turnaround.START,
                Set.of(),
                START_QA_PROFILE,
                Access.OPEN,
                Contact.NONE,
                false);
    }

    /** The same facility, taking reports at {@code endpoint}. */
    public Facility withMllp(MllpEndpoint endpoint) {
        return new Facility(
                id, name, dicomWeb, Optional.of(endpoint), turnaround, states, qaProfile, access, contact, isDemo);
    }

    /** The same facility with other promises. */
    public Facility withTurnaround(Turnaround other) {
        return new Facility(id, name, dicomWeb, mllp, other, states, qaProfile, access, contact, isDemo);
    }

    /** The same facility, serving patients of these states. */
    public Facility withStates(Set<String> other) {
        return new Facility(id, name, dicomWeb, mllp, turnaround, other, qaProfile, access, contact, isDemo);
    }

    /** The same facility under another display-QA profile. */
    public Facility withQaProfile(String other) {
        return new Facility(id, name, dicomWeb, mllp, turnaround, states, other, access, contact, isDemo);
    }

    /** The same facility, entered in another way. */
    public Facility withAccess(Access other) {
        return new Facility(id, name, dicomWeb, mllp, turnaround, states, qaProfile, other, contact, isDemo);
    }

    /** The same facility, with somebody else who answers for displays. */
    public Facility withContact(Contact other) {
        return new Facility(id, name, dicomWeb, mllp, turnaround, states, qaProfile, access, other, isDemo);
    }

    /** The same facility under another name. */
    public Facility withName(String other) {
        return new Facility(id, other, dicomWeb, mllp, turnaround, states, qaProfile, access, contact, isDemo);
    }

    /** The same facility, marked as the built-in demonstration. */
    public Facility asDemo() {
        return new Facility(id, name, dicomWeb, mllp, turnaround, states, qaProfile, access, contact, true);
    }

    private static boolean isWebAddress(URI address) {
        String scheme = address.getScheme();
        return scheme != null
                && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                && address.getHost() != null;
    }
}
