package org.candela.dicom.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.candela.Statement;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;

/** The de-identification tables of the conformance statement: what the profile does, by doing it. */
class DeidentificationStatementTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** In no dictionary, so that its value representation alone decides. */
    private static final int UNLISTED = 0x0018FFF0;

    // [utest->req~dicom-object.statement~1]
    @Test
    void byValueRepresentation() throws Exception {
        Statement.Table table = new Statement.Table("VR", "dates removed", "dates shifted");
        Map<String, List<String>> alike = new TreeMap<>();
        for (VR vr : VR.values()) {
            if (vr != VR.SQ) {
                String row = became(vr, Deidentifier.Dates.REMOVED) + "\t" + became(vr, Deidentifier.Dates.SHIFTED);
                alike.computeIfAbsent(row, any -> new ArrayList<>()).add(vr.name());
            }
        }
        alike.forEach((row, vrs) -> table.row(String.join(", ", vrs), row.split("\t")[0], row.split("\t")[1]));
        table.row("SQ", "items treated alike", "items treated alike");
        table.check("deidentification-by-vr");
    }

    private static String became(VR vr, Deidentifier.Dates dates) {
        String value =
                switch (vr) {
                    case DA -> "20260301";
                    case TM -> "1015";
                    case DT -> "202603011015";
                    case UI -> "1.2.3";
                    case AS -> "042Y";
                    case AT -> "00100010";
                    default -> "7";
                };
        Attributes before = vr.isBinary()
                ? new Attributes().setBytes(UNLISTED, vr, new byte[8])
                : new Attributes().set(UNLISTED, vr, value);
        Attributes after = new Deidentifier(KEY, dates).deidentify(before);
        if (!after.contains(UNLISTED)) {
            return "removed";
        }
        return after.strings(UNLISTED).equals(before.strings(UNLISTED))
                ? "kept"
                : vr == VR.UI ? "replaced, alike for alike" : "shifted";
    }

    // [utest->req~dicom-object.statement~1]
    @Test
    void byName() throws Exception {
        Map<ProfileTable.Action, List<String>> byAction = new TreeMap<>();
        Dictionary dictionary = Dictionary.standard();
        IntStream.range(0, 1 << 23)
                .filter(tag -> ProfileTable.actionOf(tag).isPresent())
                .forEach(tag -> byAction.computeIfAbsent(
                                ProfileTable.actionOf(tag).orElseThrow(), any -> new ArrayList<>())
                        .add(dictionary.keyword(tag).orElse(Tag.toString(tag))));
        Statement.Table table = new Statement.Table("whatever their VR", "attributes");
        byAction.forEach((action, names) -> table.row(
                switch (action) {
                    case REMOVE -> "removed";
                    case EMPTY -> "emptied";
                    case DUMMY -> "replaced by ANONYMIZED";
                    case KEEP -> "kept, unless it holds a part of the patient's name or number";
                },
                String.join(", ", names)));
        table.check("deidentification-by-name");
    }

    // [utest->req~dicom-object.statement~1]
    @Test
    void whatACopySaysOfItself() throws Exception {
        Statement.Table table = new Statement.Table("attribute", "dates removed", "dates shifted");
        Attributes removed = new Deidentifier(KEY, Deidentifier.Dates.REMOVED).deidentify(new Attributes());
        Attributes shifted = new Deidentifier(KEY, Deidentifier.Dates.SHIFTED).deidentify(new Attributes());
        for (int tag : shifted.tags()) {
            table.row(Dictionary.standard().keyword(tag).orElseThrow(), text(removed, tag), text(shifted, tag));
        }
        table.check("deidentification-marks");
    }

    private static String text(Attributes dataSet, int tag) {
        if (dataSet.items(tag).isEmpty()) {
            return String.join(", ", dataSet.strings(tag));
        }
        return String.join(
                "<br>",
                dataSet.items(tag).stream()
                        .map(code -> "(" + code.string(Tag.CodeValue).orElse("") + ", "
                                + code.string(Tag.CodingSchemeDesignator).orElse("") + ", \""
                                + code.string(Tag.CodeMeaning).orElse("") + "\")")
                        .toList());
    }
}
