package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;
import org.candela.displayqa.ledger.RecordView;

/**
 * How a display was set up when it was measured: the configuration of its subsystem (PS3.3 C.32.1) and the luminance it was
 * calibrated to (C.32.2). Only the record of a calibration states a target; of any other run there is none, nor a reference
 * to one.
 *
 * <p>The name of a configuration (0028,700C) is defined by its user; ours says what holds the table.
 */
// [impl->req~displayqa.report-dicom-target~1]
final class DicomConfiguration {
    /** Of the one configuration, and of the one target. */
    static final int ID = 1;

    private final Optional<JsonNode> target;

    private DicomConfiguration(Optional<JsonNode> target) {
        this.target = target;
    }

    static DicomConfiguration of(RecordView view) {
        return new DicomConfiguration(view.calibration().map(made -> made.path("target")));
    }

    /** An item of the Display Subsystem Configuration Sequence (0028,700A). */
    Attributes item() {
        Attributes item = new Attributes()
                .setNumbers(0x0028700B, VR.US, ID)
                .set(0x0028700C, VR.SH, name())
                .set(0x0028700D, VR.LO, description());
        return target.isPresent() ? item.setNumbers(0x0028700E, VR.US, ID) : item;
    }

    /** The item of the Target Luminance Characteristics Sequence (0028,7008), without ambient light. */
    Optional<Attributes> target() {
        return target.map(DicomConfiguration::target);
    }

    /** A result of calibration (0028,7016) names the target that it was made for. */
    Attributes calibrated(Attributes result) {
        return target.isPresent() ? result.setNumbers(0x00287009, VR.US, ID) : result;
    }

    /** The terms are those of C.32.2.1. */
    private static Attributes target(JsonNode target) {
        Attributes item = new Attributes()
                .setNumbers(0x00287009, VR.US, ID)
                .setNumbers(0x0028701D, VR.FL, target.path("minimumCdPerM2").asDouble())
                .setNumbers(0x0028701E, VR.FL, target.path("maximumCdPerM2").asDouble());
        return target.path("function").asText().equals("gamma")
                ? item.set(0x00287019, VR.CS, "GAMMA")
                        .setNumbers(0x0028701A, VR.FL, target.path("exponent").asDouble())
                : item.set(0x00287019, VR.CS, "GSDF");
    }

    /** Until tables could be held elsewhere, records did not say where. */
    private String held() {
        return target.map(made -> made.path("held").asText("render path")).orElse("");
    }

    private String name() {
        return switch (held()) {
            case "graphics LUT" -> "GRAPHICS LUT";
            case "monitor LUT" -> "MONITOR LUT";
            case "" -> "TABLE IN FORCE";
            default -> "RENDER PATH";
        };
    }

    private String description() {
        return switch (held()) {
            case "graphics LUT" -> "Display table held in the graphics card";
            case "monitor LUT" -> "Display table held in the monitor";
            case "" -> "Display table that was in force when it was measured";
            default -> "Display table applied while images are drawn";
        };
    }
}
