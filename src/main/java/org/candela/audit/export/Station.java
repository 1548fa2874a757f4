package org.candela.audit.export;

/**
 * Who reports.
 *
 * @param host name of the machine, as syslog and the messages show it
 * @param program the program and its version
 * @param process id of the process
 */
public record Station(String host, String program, long process) {
    public Station {
        if (host.isBlank() || program.isBlank()) {
            throw new IllegalArgumentException("a station has a host and a program");
        }
    }
}
