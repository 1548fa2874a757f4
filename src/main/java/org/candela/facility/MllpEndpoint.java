package org.candela.facility;

/**
 * Where a facility takes HL7 v2 reports.
 *
 * @param port 1 to 65535
 * @param receivingApplication MSH-5
 * @param receivingFacility MSH-6
 */
public record MllpEndpoint(String host, int port, String receivingApplication, String receivingFacility) {
    private static final int LAST_PORT = 65535;

    public MllpEndpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("an MLLP endpoint needs a host");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }
}
