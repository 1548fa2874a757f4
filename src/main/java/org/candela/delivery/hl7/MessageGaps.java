package org.candela.delivery.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a message lacks that receivers ask of every ORU^R01 (HL7 v2.5.1 §7.3.1, §7.4.1, §7.4.2): a required segment, or a
 * required field that is empty. Pure.
 */
public final class MessageGaps {
    private static final Map<String, List<Integer>> REQUIRED =
            Map.of("MSH", List.of(9, 10, 11, 12), "PID", List.of(3, 5), "OBR", List.of(4, 25), "OBX", List.of(3, 11));

    private MessageGaps() {}

    /** Each in words, naming segment and field; empty when nothing lacks. */
    public static List<String> of(List<String> segments) {
        List<String> gaps = new ArrayList<>();
        for (String name : List.of("MSH", "PID", "OBR", "OBX")) {
            if (segments.stream().noneMatch(segment -> segment.startsWith(name + "|"))) {
                gaps.add("there is no segment " + name);
            }
        }
        for (int i = 0; i < segments.size(); i++) {
            String[] fields = segments.get(i).split("\\|", -1);
            for (int number : REQUIRED.getOrDefault(fields[0], List.of())) {
                int at = fields[0].equals("MSH") ? number - 1 : number;
                if (at >= fields.length || fields[at].isEmpty()) {
                    gaps.add("segment " + (i + 1) + ": " + fields[0] + "-" + number + " is empty");
                }
            }
        }
        return gaps;
    }
}
