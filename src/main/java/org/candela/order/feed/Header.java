package org.candela.order.feed;

import java.util.regex.Pattern;

/**
 * The header of a message (MSH), read by hand and leniently, since also a message that cannot be parsed is answered.
 *
 * @param acceptMode MSH-15: not blank where the sender wants commit acknowledgements
 */
record Header(
        String application,
        String facility,
        String receivingApplication,
        String receivingFacility,
        String time,
        String type,
        String event,
        String controlId,
        String processingId,
        String version,
        String acceptMode) {
    /** Of a message without one. */
    static final Header NONE = new Header("", "", "", "", "", "", "", "", "", "", "");

    private static final int LONGEST = 200;

    static Header of(String text) {
        int end = text.indexOf('\r');
        String line = end < 0 ? text : text.substring(0, end);
        if (!line.startsWith("MSH") || line.length() < 8) {
            return NONE;
        }
        String[] fields = line.split(Pattern.quote(line.substring(3, 4)), -1);
        Pattern component = Pattern.compile(Pattern.quote(line.substring(4, 5)));
        String[] type = component.split(field(fields, 9), -1);
        return new Header(
                component.split(field(fields, 3), -1)[0],
                component.split(field(fields, 4), -1)[0],
                field(fields, 5),
                field(fields, 6),
                component.split(field(fields, 7), -1)[0],
                type[0],
                type.length > 1 ? type[1] : "",
                field(fields, 10),
                component.split(field(fields, 11), -1)[0],
                component.split(field(fields, 12), -1)[0],
                field(fields, 15));
    }

    /** MSH-1 is the separator itself, so field n stands at n - 1. */
    private static String field(String[] fields, int number) {
        String value = number - 1 < fields.length ? fields[number - 1].strip() : "";
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Who sends, as it is told apart. */
    String sender() {
        return application + "|" + facility;
    }

    boolean wantsCommit() {
        return acceptMode.equals("AL") || acceptMode.equals("ER") || acceptMode.equals("SU");
    }
}
