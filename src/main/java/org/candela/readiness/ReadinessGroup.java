package org.candela.readiness;

/** What a question of the card is about, in the order they are read. */
public enum ReadinessGroup {
    DISPLAYS("Displays"),
    ROOM("Room"),
    NETWORK("Network"),
    FACILITIES("Facilities"),
    PAPERS("Papers and place"),
    WORK("Work waiting"),
    MACHINE("This machine"),
    CONTINGENCY("Contingency");

    private final String title;

    ReadinessGroup(String title) {
        this.title = title;
    }

    /** As it is printed. */
    public String title() {
        return title;
    }

    /** By the beginning of the item's id. */
    public static ReadinessGroup of(ReadinessItem item) {
        String id = item.id();
        int dot = id.indexOf('.');
        return switch (dot < 0 ? id : id.substring(0, dot)) {
            case "display" -> DISPLAYS;
            case "room" -> ROOM;
            case "network" -> NETWORK;
            case "facility" -> FACILITIES;
            case "papers", "location" -> PAPERS;
            case "queue" -> WORK;
            case "contingency" -> CONTINGENCY;
            default -> MACHINE;
        };
    }
}
