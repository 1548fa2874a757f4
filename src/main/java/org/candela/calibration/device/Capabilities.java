package org.candela.calibration.device;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which controls a monitor says it has: the {@code vcp(…)} group of its capabilities string (MCCS 2.2a 7, Access Bus 0.7
 * ACCESS.bus capabilities).
 *
 * <p>What is claimed is no proof: monitors leave out controls that work and list some that do not.
 *
 * @param codes VCP codes, 0 to 255; empty when the string has no readable group of them
 */
public record Capabilities(Set<Integer> codes) {
    private static final String GROUP = "vcp(";
    private static final int HEX = 16;
    private static final int DIGITS = 2;

    public Capabilities {
        codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /** The codes of {@code text}, whose values of single controls, as in {@code 14(05 08)}, are passed over. */
    public static Capabilities parse(String text) {
        Set<Integer> codes = new TreeSet<>();
        int depth = 1;
        int start = text.toLowerCase(java.util.Locale.ROOT).indexOf(GROUP);
        for (int i = start < 0 ? text.length() : start + GROUP.length(); i < text.length() && depth > 0; i++) {
            char at = text.charAt(i);
            if (at == '(') {
                depth++;
            } else if (at == ')') {
                depth--;
            } else if (depth == 1 && isCode(text, i)) {
                codes.add(Integer.parseInt(text.substring(i, i + DIGITS), HEX));
                i++;
            }
        }
        return new Capabilities(codes);
    }

    /** Whether the monitor says it has this control. */
    public boolean claims(VcpFeature feature) {
        return codes.contains(feature.code());
    }

    /** Some monitors leave no space between codes: two digits are one. */
    private static boolean isCode(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), HEX) >= 0
                && Character.digit(text.charAt(at + 1), HEX) >= 0;
    }
}
