package org.candela.facility;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One service of a facility at one address, beside the first DICOMweb root and the MLLP endpoint that {@link Facility} holds.
 *
 * @param address as {@link Service} asks for it, else refused saying which form it should have; holds no secret
 */
// [impl->req~facility.services~1]
public record ServiceEndpoint(FacilityId facility, Service service, Route route, String address) {
    private static final int LONGEST = 300;
    private static final Pattern DIMSE_OPTIONS =
            Pattern.compile("(tls|calling=[^&]{1,16})(&(tls|calling=[^&]{1,16}))?");
    private static final Pattern SENDER = Pattern.compile("[^|^~\\\\&]+\\|[^|^~\\\\&]*");

    /** What is offered there, and the form of its address. */
    public enum Service {
        /** QIDO-RS, WADO-RS and STOW-RS of the facility's first root, at another root (PS3.18 §10). */
        DICOM_WEB("dicomweb", "http or https address; /studies is added to it"),
        /** Workitems (PS3.18 §11). */
        UPS_RS("ups", "http or https address; /workitems is added to it"),
        /** C-FIND and C-MOVE or C-GET, Study Root (PS3.4 C). */
        QUERY_RETRIEVE("dimse", "dicom://AET@host:port[?tls&calling=OURS]"),
        /** C-FIND of scheduled procedure steps (PS3.4 K). */
        MODALITY_WORKLIST("mwl", "dicom://AET@host:port[?tls&calling=OURS]"),
        /** HL7 v2 orders that the facility sends to us; by what its messages are known: MSH-3 and MSH-4. */
        ORDERS("orders", "\"SENDING APPLICATION|SENDING FACILITY\"; an empty facility is any"),
        /** Words on a way in that is no service: the name of a VPN, who answers for it. */
        NOTE("note", "words on one line");

        private final String word;
        private final String form;

        Service(String word, String form) {
            this.word = word;
            this.form = form;
        }

        /** As it is written on a command line. */
        public String word() {
            return word;
        }

        /** How its address is written. */
        public String form() {
            return form;
        }
    }

    /** Which of several ways to the same service; tried in this order. */
    public enum Route {
        PRIMARY,
        ALTERNATE,
        /** Through the facility's VPN. */
        VPN,
        /** Over the backup link. */
        BACKUP
    }

    public ServiceEndpoint {
        address = address.strip();
        if (service == Service.DICOM_WEB && route == Route.PRIMARY) {
            throw new IllegalArgumentException(
                    "the first DICOMweb address of " + facility + " is given by: candela facility add " + facility
                            + " URL; others are dicomweb/alternate, dicomweb/vpn and dicomweb/backup");
        }
        boolean isLine = address.length() <= LONGEST && address.chars().noneMatch(Character::isISOControl);
        if (address.isEmpty() || !isLine || !hasForm(service, address)) {
            throw new IllegalArgumentException(
                    name(service, route) + " of " + facility + ": not " + service.form() + ": \"" + address + "\"");
        }
    }

    /**
     * Reads what a person wrote.
     *
     * @param name service and, where it is not the primary one, route, as {@code ups} or {@code dicomweb/alternate}
     */
    public static ServiceEndpoint of(FacilityId facility, String name, String address) {
        String[] parts = name.strip().toLowerCase(Locale.ROOT).split("/", 2);
        Service service = Arrays.stream(Service.values())
                .filter(known -> known.word().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service \"" + parts[0] + "\"; there are "
                        + Arrays.stream(Service.values()).map(Service::word).collect(Collectors.joining(", "))));
        return new ServiceEndpoint(facility, service, parts.length == 1 ? Route.PRIMARY : route(parts[1]), address);
    }

    private static Route route(String word) {
        return Arrays.stream(Route.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no way \"" + word + "\" to a service; there are primary, alternate, vpn, backup"));
    }

    /** As {@code ups} or {@code dicomweb/alternate}. */
    public String name() {
        return name(service, route);
    }

    private static String name(Service service, Route route) {
        return route == Route.PRIMARY
                ? service.word()
                : service.word() + "/" + route.name().toLowerCase(Locale.ROOT);
    }

    /** The address of a service that has one. */
    public URI uri() {
        return URI.create(address);
    }

    /** MSH-3 and MSH-4 of {@link Service#ORDERS}; the second may be empty, for any. */
    public List<String> sender() {
        return List.of(address.split("\\|", 2));
    }

    private static boolean hasForm(Service service, String address) {
        return switch (service) {
            case DICOM_WEB, UPS_RS -> isWeb(address);
            case QUERY_RETRIEVE, MODALITY_WORKLIST -> isDimse(address);
            case ORDERS -> SENDER.matcher(address).matches();
            case NOTE -> true;
        };
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return Set.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDimse(String address) {
        try {
            URI uri = URI.create(address);
            String title = uri.getUserInfo();
            boolean isPlace = "dicom".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
            boolean isTitled = title != null && title.length() <= 16 && !title.contains(":");
            String options = uri.getQuery();
            return isPlace
                    && isTitled
                    && (options == null || DIMSE_OPTIONS.matcher(options).matches());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
