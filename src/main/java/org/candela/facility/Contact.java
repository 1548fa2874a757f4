package org.candela.facility;

import java.util.regex.Pattern;

/**
 * Who at a facility answers for the displays its images are read on, and where proof of them goes. Each part is empty where
 * nobody told it.
 *
 * @param department as {@code "Radiology"}
 * @param room of the facility, or in which its images are read
 * @param responsible the person, as {@code "Medical physicist"} or a name
 * @param mail of that person
 * @param phone of that person
 * @param exportRecipient to whom reports of display QA are sent: an address or a person
 */
// [impl->req~facility.contact~1]
public record Contact(
        String department, String room, String responsible, String mail, String phone, String exportRecipient) {
    /** Nobody told anything. */
    public static final Contact NONE = new Contact("", "", "", "", "", "");

    private static final int LONGEST = 200;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.x-]{3,40}");

    public Contact {
        for (String part : new String[] {department, room, responsible, mail, phone, exportRecipient}) {
            if (part.length() > LONGEST || part.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("no more than " + LONGEST + " characters on one line: " + part);
            }
        }
        if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
            throw new IllegalArgumentException("no e-mail address: " + mail);
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            throw new IllegalArgumentException("no telephone number: " + phone);
        }
    }
}
