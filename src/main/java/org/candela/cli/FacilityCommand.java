package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.delivery.trial.Asking;
import org.candela.facility.Contact;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.SignIn;
import org.candela.facility.Turnaround;
import org.candela.facility.UrgencyRules;
import org.candela.facility.trial.TrialResult;
import org.candela.facility.trial.TrialResult.Verdict;
import org.candela.net.web.DeviceLogin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela facility}: who we read for. */
@Command(name = "facility", description = "The facilities we read for.", mixinStandardHelpOptions = true)
public final class FacilityCommand implements Runnable {
    private final Directory directory;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** The facilities of this workstation, opened and closed at each call. */
    public interface Directory {
        /** Adds it, and keeps its secrets; fails when what its access needs is not here. */
        void add(Facility facility, Map<Secrets.Use, String> secrets) throws CandelaException;

        /** Lets a person sign in where {@code prompt} says; blocks until it is done, late or refused. */
        void signIn(FacilityId facility, DeviceLogin.Prompt prompt) throws CandelaException;

        List<Facility> list() throws CandelaException;

        UrgencyRules urgency(FacilityId facility) throws CandelaException;

        /** Keeps how urgent a facility's studies are, in place of what was. */
        void save(FacilityId facility, UrgencyRules rules) throws CandelaException;

        List<ServiceEndpoint> services(FacilityId facility) throws CandelaException;

        /** Tries each of its services and channels; {@code progress} is told of each. */
        List<TrialResult> test(Facility facility, Asking asking, Consumer<TrialResult> progress)
                throws CandelaException;

        /** Keeps it, in place of the one at the same route. */
        void save(ServiceEndpoint endpoint) throws CandelaException;

        void drop(ServiceEndpoint endpoint) throws CandelaException;
    }

    public FacilityCommand(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about facilities? See candela facility --help.");
    }

    /** Adds a facility, or replaces the one with the same id. */
    // [impl->req~cli.facility~1]
    @Command(
            name = "add",
            description = "Adds a facility by the root of its DICOMweb service, or replaces the one with this id.",
            footer = {
                "",
                "Secrets are sealed by the key store (candela vault), below CANDELA_HOME/secrets, or taken from the",
                "environment: CANDELA_PASSWORD_ID, CANDELA_CERTIFICATE_ID, with ID in capitals and _ for -.",
                "See that all is right with: candela check"
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "ID", description = "Short name: letters, digits, hyphens.") String id,
            @Parameters(paramLabel = "URL", description = "As in https://pacs.example/dicom-web") URI dicomWeb,
            @Option(names = "--name", description = "As people call it.") @Nullable String name,
            @Option(names = "--mllp", paramLabel = "HOST:PORT", description = "Where reports go.") @Nullable
                    String mllp,
            @Option(
                            names = "--display-standard",
                            paramLabel = "PROFILE",
                            defaultValue = Facility.START_QA_PROFILE,
                            description = "What its contract asks of displays, as candela qa profiles lists them;"
                                    + " default: ${DEFAULT-VALUE}.")
                    String standard,
            @Mixin FacilityAccess access,
            @Mixin FacilityContact contact,
            @Mixin FacilityStates states,
            @Mixin FacilityServices services,
            @Mixin FacilityUrgency urgency,
            @Mixin Output output)
            throws CandelaException {
        try {
            List<ServiceEndpoint> further = services.of(new FacilityId(id));
            Facility named = Facility.of(new FacilityId(id), name == null ? id : name, dicomWeb)
                    .withAccess(access.access(dicomWeb))
                    .withQaProfile(CalibrationProfile.shipped(standard).id())
                    .withContact(contact.over(Contact.NONE))
                    .withStates(states.over(Set.of()))
                    .withTurnaround(urgency.over(Turnaround.START));
            Facility facility = mllp == null ? named : named.withMllp(endpoint(mllp, id));
            FacilityServices.requireConfidential(facility, further);
            UrgencyRules rules = urgency.over(UrgencyRules.STANDARD);
            directory.add(facility, access.secrets());
            save(facility.id(), rules, urgency);
            save(further);
            output.print(json(facility), id + " is on the list of facilities." + next(facility));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Changes what is told; all else of a facility stays as it is. */
    // [impl->req~cli.facility-contact~1]
    @Command(
            name = "change",
            description = "Changes what is told of a facility; all else stays as it is.",
            mixinStandardHelpOptions = true)
    int change(
            @Parameters(paramLabel = "ID", description = "The facility.") String id,
            @Option(names = "--name", description = "As people call it.") @Nullable String name,
            @Option(
                            names = "--display-standard",
                            paramLabel = "PROFILE",
                            description = "What its contract asks of displays, as candela qa profiles lists them.")
                    @Nullable
                    String standard,
            @Mixin FacilityContact contact,
            @Mixin FacilityStates states,
            @Mixin FacilityServices services,
            @Mixin FacilityUrgency urgency,
            @Mixin Output output)
            throws CandelaException {
        try {
            Facility before = known(id);
            List<ServiceEndpoint> further = services.of(before.id());
            FacilityServices.requireConfidential(before, further);
            Facility named = name == null ? before : before.withName(name);
            Facility changed = standard == null
                    ? named
                    : named.withQaProfile(CalibrationProfile.shipped(standard).id());
            Facility facility = changed.withContact(contact.over(before.contact()))
                    .withStates(states.over(before.states()))
                    .withTurnaround(urgency.over(before.turnaround()));
            UrgencyRules rules = urgency.over(directory.urgency(facility.id()));
            directory.add(facility, Map.of());
            save(facility.id(), rules, urgency);
            save(further);
            output.print(json(facility), id + " was changed.");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void save(FacilityId facility, UrgencyRules rules, FacilityUrgency told) throws CandelaException {
        if (told.isGiven()) {
            directory.save(facility, rules);
        }
    }

    private void save(List<ServiceEndpoint> endpoints) throws CandelaException {
        for (ServiceEndpoint endpoint : endpoints) {
            directory.save(endpoint);
        }
    }

    /** Lists the further services of a facility, after dropping what is named. */
    // [impl->req~cli.facility-services~1]
    @Command(
            name = "services",
            description = "The further services of a facility; they are given by facility add or change --service.",
            mixinStandardHelpOptions = true)
    int services(
            @Parameters(paramLabel = "ID", description = "The facility.") String id,
            @Option(
                            names = "--drop",
                            paramLabel = "NAME",
                            description = "Forget this one, as ups or dicomweb/alternate; may be given several times.")
                    @Nullable
                    List<String> dropped,
            @Mixin Output output)
            throws CandelaException {
        FacilityId facility = known(id).id();
        for (String name : dropped == null ? List.<String>of() : dropped) {
            directory.drop(FacilityServices.named(name, directory.services(facility)));
        }
        List<ServiceEndpoint> left = directory.services(facility);
        output.print(FacilityServices.json(left), FacilityServices.lines(left));
        return 0;
    }

    /** Tries each service of a facility. */
    // [impl->req~cli.facility-test~1]
    @Command(
            name = "test",
            description = {
                "Tries each service of a facility once, for 10 seconds at most: a query, an object, a search for",
                "workitems, a DIMSE echo, a worklist query; and each channel for reports: a connection and TLS, a store",
                "request without an object, an echo with the contexts of reports, what a FHIR server says of itself, a",
                "file that is deleted again, whether the printer is known. Sends no report and no object. Exit 1 when",
                "one does not work."
            },
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "ID", description = "The facility.") String id,
            @Option(
                            names = "--ping",
                            description = "Send HL7 receivers a message without patient or report (NMD^N02) too. Ask"
                                    + " the facility first: not every receiver expects one.")
                    boolean isPinged,
            @Mixin Output output)
            throws CandelaException {
        List<TrialResult> results = directory.test(
                known(id), isPinged ? Asking.PING : Asking.CONNECTION, result -> output.progress(result.line()));
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        results.forEach(result -> json.addObject()
                .put("service", result.service())
                .put("address", result.address())
                .put("verdict", result.verdict().name())
                .put("millis", result.took().toMillis())
                .put("told", result.told())
                .put("remedy", result.remedy()));
        long working = results.stream()
                .filter(result -> result.verdict() == Verdict.WORKS)
                .count();
        output.print(json, working + " of " + results.size() + " work");
        return working == results.size() ? 0 : 1;
    }

    private Facility known(String id) throws CandelaException {
        return KnownFacility.in(directory.list(), id);
    }

    private static String next(Facility facility) {
        return facility.access().signIn().way() == SignIn.Way.DEVICE_CODE
                ? " Sign in with: candela facility sign-in " + facility.id()
                : "";
    }

    /** Signs a person in on any device; the workstation then stays signed in until the provider ends it. */
    // [impl->req~cli.facility-access~1]
    @Command(
            name = "sign-in",
            description = "Signs you in at a facility that was added with --issuer and no secret.",
            mixinStandardHelpOptions = true)
    int signIn(@Parameters(paramLabel = "ID", description = "The facility.") String id, @Mixin Output output)
            throws CandelaException {
        try {
            directory.signIn(new FacilityId(id), login -> spec.commandLine()
                    .getErr()
                    .println("Open " + login.place() + " on any device and type " + login.code() + " within "
                            + login.time().toMinutes() + " minutes."));
            output.print(JsonNodeFactory.instance.objectNode().put("signedIn", id), "Signed in at " + id + ".");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Lists them by name. */
    @Command(name = "list", description = "All facilities, by name.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) throws CandelaException {
        List<Facility> facilities = directory.list();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        facilities.forEach(facility -> json.add(json(facility)));
        output.print(
                json,
                facilities.stream()
                        .map(facility -> facility.id() + "  " + facility.name() + "  " + facility.dicomWeb())
                        .collect(Collectors.joining("\n")));
        return 0;
    }

    private static ObjectNode json(Facility facility) {
        Contact contact = facility.contact();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", facility.id().value())
                .put("name", facility.name())
                .put("dicomWeb", facility.dicomWeb().toString())
                .put("signIn", facility.access().signIn().way().name())
                .put("isPinned", !facility.access().pins().isEmpty())
                .put("showsCertificate", !facility.access().certificate().isEmpty())
                .put("displayStandard", facility.qaProfile())
                .put("states", String.join(" ", new TreeSet<>(facility.states())))
                .put("sendsReports", facility.mllp().isPresent());
        json.putObject("contact")
                .put("department", contact.department())
                .put("room", contact.room())
                .put("responsible", contact.responsible())
                .put("mail", contact.mail())
                .put("phone", contact.phone())
                .put("exportRecipient", contact.exportRecipient());
        return json;
    }

    private static MllpEndpoint endpoint(String address, String facility) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("not HOST:PORT: " + address);
        }
        return new MllpEndpoint(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), "RIS", facility);
    }
}
