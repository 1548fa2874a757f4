package org.candela.displayqa.measure;

/**
 * The machine that a display hung on while it was measured, as far as it can be told.
 *
 * @param host name of the machine, in clear: whoever reads a report must find it again
 * @param system name, version and kind of processor
 * @param program version and build of this program
 * @param gpu the graphics adapter
 * @param gpuDriver its driver
 * @param uiScale how much the system enlarges what is shown on this display, as {@code "1"}
 * @param colourManagement what stands between a program's colours and the panel
 */
public record Workstation(
        Fact host, Fact system, Fact program, Fact gpu, Fact gpuDriver, Fact uiScale, Fact colourManagement) {
    /** One that nobody asked about. */
    public static final Workstation NOT_ASKED = new Workstation(
            Fact.NOT_ASKED,
            Fact.NOT_ASKED,
            Fact.NOT_ASKED,
            Fact.NOT_ASKED,
            Fact.NOT_ASKED,
            Fact.NOT_ASKED,
            Fact.NOT_ASKED);
}
