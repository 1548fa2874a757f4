package org.candela.calibration.device.argyll;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code spotread -?} says of itself and of the ports it found (ArgyllCMS 2.3.1).
 *
 * @param version as {@code "2.3.1"}; empty when it does not say
 * @param instruments in the order of their numbers
 */
record SpotreadUsage(String version, List<ArgyllInstrument> instruments) {
    private static final Pattern VERSION = Pattern.compile("Measure spot values, Version (\\S+)");
    private static final Pattern PORT = Pattern.compile("\\s+(\\d{1,3}) = '(\\S+?)(?: \\((.*)\\))?'");
    private static final int MOST = 256;

    SpotreadUsage {
        instruments = List.copyOf(instruments);
    }

    /** From all that it printed; what is not understood is left out. */
    static SpotreadUsage parse(String printed) {
        String version = "";
        List<ArgyllInstrument> found = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            Matcher named = VERSION.matcher(line);
            Matcher port = PORT.matcher(line);
            if (named.matches()) {
                version = named.group(1);
            } else if (port.matches() && found.size() < MOST && !port.group(1).matches("0+")) {
                String model = port.group(3);
                found.add(new ArgyllInstrument(
                        Integer.parseInt(port.group(1)), port.group(2), model == null ? "" : model));
            }
        }
        return new SpotreadUsage(version, found);
    }

    /** Whether this is spotread at all. */
    boolean isSpotread() {
        return !version.isEmpty();
    }
}
