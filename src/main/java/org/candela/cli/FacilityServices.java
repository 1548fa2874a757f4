package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.ServiceEndpoint.Service;
import org.candela.facility.SignIn;
import org.candela.net.web.WebEndpoint;
import picocli.CommandLine.Option;

/** The further services of a facility, as options. */
// [impl->req~cli.facility-services~1]
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class FacilityServices {
    @Option(
            names = "--service",
            paramLabel = "NAME=ADDRESS",
            description = {
                "A further service or route; may be given several times. NAME is one of these, with /alternate, /vpn"
                        + " or /backup for another route to the same:",
                "  ups=URL  workitems (claims that the facility keeps)",
                "  dicomweb/alternate=URL  used when the first does not answer",
                "  dimse=dicom://AET@host:port[?tls&calling=OURS]",
                "  mwl=dicom://AET@host:port[?tls&calling=OURS]",
                "  orders=\"APPLICATION|FACILITY\"  who sends us HL7 orders",
                "  note/vpn=WORDS, note/backup=WORDS"
            })
    private List<String> given = List.of();

    /** @throws IllegalArgumentException saying which cannot be */
    List<ServiceEndpoint> of(FacilityId facility) {
        return given.stream().map(text -> read(facility, text)).toList();
    }

    private static ServiceEndpoint read(FacilityId facility, String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--service takes NAME=ADDRESS, not " + text);
        }
        return ServiceEndpoint.of(facility, text.substring(0, equals), text.substring(equals + 1));
    }

    /** @throws IllegalArgumentException when a secret would be sent where others can read it */
    static void requireConfidential(Facility facility, List<ServiceEndpoint> endpoints) {
        if (facility.access().signIn().way() == SignIn.Way.NOBODY) {
            return;
        }
        for (ServiceEndpoint endpoint : endpoints) {
            boolean isWeb = endpoint.service() == Service.UPS_RS || endpoint.service() == Service.DICOM_WEB;
            if (isWeb && !WebEndpoint.isConfidential(endpoint.uri())) {
                throw new IllegalArgumentException(
                        "secrets go over https only: " + endpoint.name() + " is " + endpoint.address());
            }
        }
    }

    static ServiceEndpoint named(String name, List<ServiceEndpoint> known) throws CandelaException {
        return known.stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "cli.no-such-service",
                        "no service \"" + name + "\" is kept; there "
                                + (known.isEmpty()
                                        ? "is none"
                                        : "are "
                                                + known.stream()
                                                        .map(ServiceEndpoint::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    static ArrayNode json(List<ServiceEndpoint> endpoints) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (ServiceEndpoint endpoint : endpoints) {
            json.addObject().put("service", endpoint.name()).put("address", endpoint.address());
        }
        return json;
    }

    static String lines(List<ServiceEndpoint> endpoints) {
        return endpoints.isEmpty()
                ? "No further service; add one with: candela facility change ID --service NAME=ADDRESS"
                : endpoints.stream()
                        .map(endpoint -> endpoint.name() + "  " + endpoint.address())
                        .collect(Collectors.joining("\n"));
    }
}
