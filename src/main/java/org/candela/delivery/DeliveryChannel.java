package org.candela.delivery;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candela.facility.FacilityId;

/**
 * One way in which a facility takes reports, acknowledged on its own.
 *
 * @param name short, as {@code "hl7"} or {@code "archive"}; once for each facility
 * @param address in the form of its {@link Way}; holds no secret
 * @param options what else is to be known, each one of {@link Way#options()}
 */
// [impl->req~delivery.channels~1]
public record DeliveryChannel(
        FacilityId facility, String name, Way way, String address, Need need, Map<String, String> options) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final int LONGEST = 300;

    /** What reports travel as, and the form of the address. */
    public enum Way {
        /** HL7 v2 ORU^R01 over MLLP. */
        HL7("mllp://HOST:PORT, or mllps://HOST:PORT for TLS", "anchor"),
        /** A DICOM object by STOW-RS (PS3.18 §10.5). */
        DICOM_WEB("http or https address; /studies is added to it", "object"),
        /** A DICOM object by C-STORE (PS3.4 B), with storage commitment where asked for. */
        DICOM_STORE("dicom://AET@HOST:PORT[?tls&calling=OURS]", "object,commitment"),
        /** A FHIR R4 transaction, posted to the server's root. */
        FHIR("http or https address of the FHIR server's root", ""),
        /** Files in a folder that something else empties. */
        FOLDER("the full path of a folder", "content"),
        /** Paper. */
        PRINT("the printer's name, as the system calls it", "");

        private final String form;
        private final String options;

        Way(String form, String options) {
            this.form = form;
            this.options = options;
        }

        /** How its address is written. */
        public String form() {
            return form;
        }

        /** What may be told beside the address. */
        public List<String> options() {
            return options.isEmpty() ? List.of() : List.of(options.split(",", -1));
        }

        /** As it is written on a command line: {@code dicom-web}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads {@link #word()}. */
        public static Way of(String word) {
            return Arrays.stream(values())
                    .filter(way -> way.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no way \"" + word + "\"; there are "
                            + Arrays.stream(values()).map(Way::word).collect(Collectors.joining(", "))));
        }
    }

    /** Whether a report is delivered only when this channel has it. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public DeliveryChannel {
        address = address.strip();
        options = Map.copyOf(options);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a channel's name has lower-case letters, digits and dashes, at most 32: \"" + name + "\"");
        }
        if (address.length() > LONGEST || address.chars().anyMatch(Character::isISOControl) || !hasForm(way, address)) {
            throw new IllegalArgumentException("channel " + name + ": not " + way.form() + ": \"" + address + "\"");
        }
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!way.options().contains(option.getKey()) || !option.getValue().matches("[^;=\\p{Cntrl}]{1,200}")) {
                throw new IllegalArgumentException("channel " + name + ": " + way.word() + " knows no option "
                        + option.getKey() + "=" + option.getValue() + "; it knows "
                        + String.join(", ", way.options()));
            }
        }
    }

    /** The option, or what holds where it is not told. */
    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }

    /** The address of a way that has one. */
    public URI uri() {
        return URI.create(address);
    }

    /** {@code "key=value;key=value"}, in a fixed order. */
    String optionsText() {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(";"));
    }

    static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        for (String option : text.split(";", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(option.substring(0, equals), option.substring(equals + 1));
            }
        }
        return options;
    }

    private static boolean hasForm(Way way, String address) {
        return switch (way) {
            case HL7 -> isPlace(address, Set.of("mllp", "mllps"));
            case DICOM_WEB, FHIR -> isWeb(address);
            case DICOM_STORE ->
                isPlace(address, Set.of("dicom")) && URI.create(address).getUserInfo() != null;
            case FOLDER -> address.startsWith("/") || address.matches("[A-Za-z]:[\\\\/].*|\\\\\\\\.+");
            case PRINT -> !address.isEmpty();
        };
    }

    private static boolean isPlace(String address, Set<String> schemes) {
        try {
            URI uri = URI.create(address);
            return schemes.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && uri.getPort() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
