package org.candela.facility.ui;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.candela.facility.Access;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.ServiceEndpoint.Route;
import org.candela.facility.ServiceEndpoint.Service;
import org.candela.facility.SignIn;
import org.candela.net.web.WebEndpoint;

/**
 * A facility as it is typed, field by field, and what is wrong with it. What the fields do not tell stays as it was. A value.
 *
 * @param text what stands in each field; a field that is not there is empty
 */
public record FacilityEntry(Map<Field, String> text) {
    /** The fields, in their order. */
    public enum Field {
        ID,
        NAME,
        ADDRESS,
        ALTERNATE,
        WORKITEMS,
        STATES,
        REPORTS,
        USER,
        SECRET
    }

    public FacilityEntry {
        text = Map.copyOf(text);
    }

    /** What is known of a facility; its secret is not shown. */
    public static FacilityEntry of(Facility facility, List<ServiceEndpoint> services) {
        Map<Field, String> text = new EnumMap<>(Field.class);
        text.put(Field.ID, facility.id().value());
        text.put(Field.NAME, facility.name());
        text.put(Field.ADDRESS, facility.dicomWeb().toString());
        text.put(Field.ALTERNATE, address(services, Service.DICOM_WEB, Route.ALTERNATE));
        text.put(Field.WORKITEMS, address(services, Service.UPS_RS, Route.PRIMARY));
        text.put(Field.STATES, String.join(", ", new TreeSet<>(facility.states())));
        text.put(
                Field.REPORTS,
                facility.mllp().map(mllp -> mllp.host() + ":" + mllp.port()).orElse(""));
        SignIn signIn = facility.access().signIn();
        text.put(Field.USER, signIn.way() == SignIn.Way.BASIC ? signIn.user() : "");
        return new FacilityEntry(text);
    }

    private static String address(List<ServiceEndpoint> services, Service service, Route route) {
        return services.stream()
                .filter(endpoint -> endpoint.service() == service && endpoint.route() == route)
                .map(ServiceEndpoint::address)
                .findFirst()
                .orElse("");
    }

    /** What stands in a field, without blanks around it. */
    public String get(Field field) {
        return text.getOrDefault(field, "").strip();
    }

    /** What is wrong, by field; empty when it can be saved. */
    public Map<Field, String> problems() {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        note(problems, Field.ID, () -> new FacilityId(get(Field.ID)));
        note(problems, Field.ADDRESS, () -> {
            if (get(Field.ADDRESS).isEmpty()) {
                throw new IllegalArgumentException("an address as https://pacs.example/dicom-web");
            }
            return Facility.of(new FacilityId("any"), "any", URI.create(get(Field.ADDRESS)));
        });
        note(problems, Field.ALTERNATE, () -> service(new FacilityId("any"), Field.ALTERNATE));
        note(problems, Field.WORKITEMS, () -> service(new FacilityId("any"), Field.WORKITEMS));
        note(problems, Field.STATES, this::states);
        note(problems, Field.REPORTS, this::reports);
        boolean isSecretAlone = get(Field.USER).isEmpty() && !get(Field.SECRET).isEmpty();
        if (isSecretAlone) {
            problems.put(Field.USER, "a password is of a user name");
        }
        boolean isAddress = !problems.containsKey(Field.ADDRESS);
        if (!get(Field.USER).isEmpty() && isAddress && !WebEndpoint.isConfidential(URI.create(get(Field.ADDRESS)))) {
            problems.put(Field.USER, "passwords go over https only; http is for this machine");
        }
        return problems;
    }

    private interface Attempt {
        Object make();
    }

    private static void note(Map<Field, String> problems, Field field, Attempt attempt) {
        try {
            Object unused = attempt.make();
        } catch (IllegalArgumentException e) {
            problems.put(field, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The facility that it makes of {@code before}, or anew.
     *
     * @throws IllegalArgumentException when something is wrong
     */
    public Facility facility(Optional<Facility> before) {
        FacilityId id = new FacilityId(get(Field.ID));
        String name = get(Field.NAME).isEmpty() ? id.value() : get(Field.NAME);
        URI address = URI.create(get(Field.ADDRESS));
        Facility known = before.orElseGet(() -> Facility.of(id, name, address));
        return new Facility(
                id,
                name,
                address,
                reports().map(place -> keepingNames(place, known)),
                known.turnaround(),
                states(),
                known.qaProfile(),
                access(known.access()),
                known.contact(),
                known.isDemo());
    }

    /** Who takes the reports there is told by the command line; it stays. */
    private static MllpEndpoint keepingNames(MllpEndpoint place, Facility known) {
        return known.mllp()
                .map(old -> new MllpEndpoint(
                        place.host(), place.port(), old.receivingApplication(), old.receivingFacility()))
                .orElse(new MllpEndpoint(
                        place.host(), place.port(), "RIS", known.id().value().toUpperCase(Locale.ROOT)));
    }

    /** A facility that an identity provider lets in stays so as long as no user name is typed. */
    private Access access(Access known) {
        boolean isByProvider = known.signIn().way().asksProvider();
        if (get(Field.USER).isEmpty()) {
            return isByProvider ? known : new Access(SignIn.NOBODY, known.pins(), known.certificate());
        }
        return new Access(new SignIn(SignIn.Way.BASIC, get(Field.USER), "", ""), known.pins(), known.certificate());
    }

    /** The services that it tells: what to save, and what is told no more. */
    public record Services(List<ServiceEndpoint> saved, List<ServiceEndpoint> dropped) {}

    /** Changes of the two further services that have a field. */
    public Services services(List<ServiceEndpoint> before) {
        List<ServiceEndpoint> saved = new ArrayList<>();
        List<ServiceEndpoint> dropped = new ArrayList<>();
        FacilityId id = new FacilityId(get(Field.ID));
        for (Field field : List.of(Field.ALTERNATE, Field.WORKITEMS)) {
            Optional<ServiceEndpoint> told = service(id, field);
            told.ifPresent(saved::add);
            if (told.isEmpty()) {
                before.stream().filter(known -> isOf(field, known)).forEach(dropped::add);
            }
        }
        return new Services(List.copyOf(saved), List.copyOf(dropped));
    }

    private static boolean isOf(Field field, ServiceEndpoint endpoint) {
        return field == Field.ALTERNATE
                ? endpoint.service() == Service.DICOM_WEB && endpoint.route() == Route.ALTERNATE
                : endpoint.service() == Service.UPS_RS && endpoint.route() == Route.PRIMARY;
    }

    private Optional<ServiceEndpoint> service(FacilityId id, Field field) {
        if (get(field).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                field == Field.ALTERNATE
                        ? new ServiceEndpoint(id, Service.DICOM_WEB, Route.ALTERNATE, get(field))
                        : new ServiceEndpoint(id, Service.UPS_RS, Route.PRIMARY, get(field)));
    }

    private Set<String> states() {
        Set<String> states = Arrays.stream(get(Field.STATES).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Facility.of(new FacilityId("any"), "any", URI.create("http://any"))
                .withStates(states)
                .states();
    }

    private Optional<MllpEndpoint> reports() {
        String place = get(Field.REPORTS);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int colon = place.lastIndexOf(':');
        if (colon < 1 || !place.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("a host and its port, as ris.example:2575");
        }
        return Optional.of(
                new MllpEndpoint(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)), "", ""));
    }
}
