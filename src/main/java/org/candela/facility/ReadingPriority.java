package org.candela.facility;

/** How soon a facility needs the report; most urgent first. */
public enum ReadingPriority {
    STAT,
    URGENT,
    ROUTINE
}
