package org.candela.cli;

import org.candela.facility.Contact;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who at a facility answers for displays, as options; what is not given stays as it was. */
// [impl->req~cli.facility-contact~1]
final class FacilityContact {
    @Option(names = "--department", paramLabel = "TEXT", description = "Department that the images come from.")
    private @Nullable String department;

    @Option(names = "--room", paramLabel = "TEXT", description = "Room, as the facility names it.")
    private @Nullable String room;

    @Option(
            names = "--responsible",
            paramLabel = "NAME",
            description = "Who answers for displays there, as its medical physicist.")
    private @Nullable String responsible;

    @Option(names = "--responsible-mail", paramLabel = "ADDRESS", description = "E-mail address of that person.")
    private @Nullable String mail;

    @Option(names = "--responsible-phone", paramLabel = "NUMBER", description = "Telephone of that person.")
    private @Nullable String phone;

    @Option(
            names = "--export-recipient",
            paramLabel = "TEXT",
            description = "To whom reports of display QA are sent; printed on each.")
    private @Nullable String exportRecipient;

    /** @throws IllegalArgumentException saying which part cannot be */
    Contact over(Contact before) {
        return new Contact(
                or(department, before.department()),
                or(room, before.room()),
                or(responsible, before.responsible()),
                or(mail, before.mail()),
                or(phone, before.phone()),
                or(exportRecipient, before.exportRecipient()));
    }

    private static String or(@Nullable String told, String before) {
        return told == null ? before : told.strip();
    }
}
