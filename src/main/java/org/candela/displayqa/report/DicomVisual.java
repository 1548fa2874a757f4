package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.candela.calibration.pattern.PatternCode;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;

/**
 * A visual test as an item of the Visual Evaluation Result Sequence (0028,7015): method and pattern with their codes of
 * PS3.16 where ours is after one that has a code, and the result. Of patterns of our own there is a title in the comment.
 */
// [impl->req~displayqa.report-dicom-visual~1]
final class DicomVisual {
    private static final int LONG = 64;

    private DicomVisual() {}

    static Attributes of(JsonNode seen) {
        JsonNode pattern = seen.path("pattern");
        Attributes test = new Attributes();
        codes(
                test,
                0x0028702E,
                seen.path("method").path("code"),
                seen.path("method").path("meaning"));
        codes(test, 0x0028702C, pattern.path("code"), pattern.path("codeMeaning"));
        DicomSystem.result(test, seen.path("outcome").asText())
                .set(0x0028702A, VR.LO, DicomSystem.text(pattern.path("title").asText() + comment(seen), LONG));
        return new Attributes().setItems(0x00287028, List.of(test));
    }

    /** The codes are those of the published patterns; ours are synthetic versions of them, and the comment says so. */
    private static String comment(JsonNode seen) {
        String synthetic = seen.path("pattern").path("synthetic").asBoolean() ? ", synthetic" : "";
        for (JsonNode answer : seen.path("answers")) {
            if (answer.path("outcome").asText().equals("FAIL")) {
                return synthetic + ": " + answer.path("question").asText() + " failed";
            }
        }
        return synthetic;
    }

    private static void codes(Attributes test, int tag, JsonNode value, JsonNode meaning) {
        if (!value.isMissingNode()) {
            test.setItems(
                    tag,
                    List.of(new Attributes()
                            .set(0x00080100, VR.SH, value.asText())
                            .set(0x00080102, VR.SH, PatternCode.SCHEME)
                            .set(0x00080104, VR.LO, DicomSystem.text(meaning.asText(value.asText()), LONG))));
        }
    }
}
