package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.displayqa.ledger.RecordView;

/**
 * A report as a Display System object (PS3.3 C.32, Supplement 124), explicit little endian: the display, what it was
 * calibrated to, luminances and uniformity as measured with ambient light, the verdicts, the meter. The sealed document
 * is in a private block, whose last element is the seal of the file.
 *
 * <p>A file of an object that the standard gives by N-GET; its instance is the well-known one.
 */
// [impl->req~displayqa.report-dicom~1]
final class DicomSystem {
    static final int BLOCK = 0x00770010;
    static final int DOCUMENT = 0x00771001;
    static final int SEAL = 0x00771010;
    static final String CREATOR = "CANDELA DISPLAY QA 2";
    private static final String SOP_CLASS = "1.2.840.10008.5.1.1.40";
    private static final String WELL_KNOWN_INSTANCE = "1.2.840.10008.5.1.1.40.1";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);
    private static final int SHORT = 16;
    private static final int LONG = 64;

    private final JsonNode document;
    private final JsonNode record;
    private final RecordView view;
    private final DicomConfiguration configuration;

    private DicomSystem(JsonNode document) {
        this.document = document;
        this.record = document.path("record");
        this.view = RecordView.of(record);
        this.configuration = DicomConfiguration.of(view);
    }

    /** The file up to its seal, whose length its last four bytes state already. */
    static byte[] of(JsonNode document, byte[] json) throws IOException {
        Attributes data = new DicomSystem(document).dataSet();
        data.set(BLOCK, VR.LO, CREATOR);
        data.setBytes(DOCUMENT, VR.OB, json);
        byte[] draft = bytes(data, Seal.DICOM.length(0));
        int fields = DicomFields.of(draft(draft, Seal.DICOM.length(0))).fields().size();
        int length = Seal.DICOM.length(fields * Field.DIGITS);
        return draft(bytes(data, length), length);
    }

    private static byte[] bytes(Attributes data, int sealLength) throws IOException {
        byte[] room = new byte[sealLength];
        Arrays.fill(room, (byte) ' ');
        data.setBytes(SEAL, VR.UT, room);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), bytes);
        return bytes.toByteArray();
    }

    private static byte[] draft(byte[] file, int sealLength) {
        return Arrays.copyOf(file, file.length - sealLength);
    }

    /** How long the seal is that follows a file without it. */
    static int sealLength(byte[] content) {
        return content.length < 4
                ? 0
                : ByteBuffer.wrap(content, content.length - 4, 4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
    }

    private Attributes dataSet() {
        JsonNode display = record.path("display");
        Instant at = Instant.parse(record.path("at").asText());
        Attributes data = new Attributes();
        data.set(0x00080005, VR.CS, "ISO_IR 192");
        data.set(0x00080012, VR.DA, MOMENT.format(at).substring(0, 8));
        data.set(0x00080013, VR.TM, MOMENT.format(at).substring(8, 14));
        data.set(0x00080016, VR.UI, SOP_CLASS);
        data.set(0x00080018, VR.UI, WELL_KNOWN_INSTANCE);
        data.set(0x00080070, VR.LO, text(display.path("manufacturer").asText("unknown"), LONG));
        if (document.has("facility")) {
            data.set(0x00080080, VR.LO, text(document.at("/facility/name").asText(), LONG));
            administrator(data, document.path("facility"));
        }
        data.set(0x00081090, VR.LO, text(display.path("model").asText("unknown"), LONG));
        data.set(0x00181000, VR.LO, text(display.path("serial").asText(), LONG));
        data.setNumbers(0x00287001, VR.US, 1);
        configuration.target().ifPresent(target -> data.setItems(0x00287008, List.of(ambient(target))));
        data.setItems(
                0x0028700F,
                List.of(new Attributes()
                        .setNumbers(0x00287003, VR.US, 1)
                        .setItems(0x00287010, List.of(configurationResults()))));
        data.setItems(0x00287023, List.of(subsystem(display)));
        return data;
    }

    /** Who answers for displays at the facility: Table 10-1, with a code that says no more than whose name it is. */
    private static void administrator(Attributes data, JsonNode facility) {
        if (facility.has("department")) {
            data.set(0x00081040, VR.LO, text(facility.path("department").asText(), LONG));
        }
        if (!facility.has("responsible")) {
            return;
        }
        Attributes person = new Attributes()
                .setItems(
                        0x00401101,
                        List.of(new Attributes()
                                .set(0x00080100, VR.SH, "RESPONSIBLE")
                                .set(0x00080102, VR.SH, "99CANDELA")
                                .set(
                                        0x00080104,
                                        VR.LO,
                                        text(facility.path("responsible").asText(), LONG))))
                .set(0x00080080, VR.LO, text(facility.path("name").asText(), LONG));
        if (facility.has("phone")) {
            person.set(0x00401103, VR.LO, text(facility.path("phone").asText(), LONG));
        }
        data.setItems(0x00287000, List.of(person));
    }

    private Attributes subsystem(JsonNode display) {
        return new Attributes()
                .set(0x00080070, VR.LO, text(display.path("manufacturer").asText("unknown"), LONG))
                .set(0x00081090, VR.LO, text(display.path("model").asText("unknown"), LONG))
                .set(0x00181000, VR.LO, text(display.path("serial").asText(), LONG))
                .setNumbers(0x00287002, VR.US, 1)
                .setNumbers(0x00287003, VR.US, 1)
                .set(0x00287004, VR.SH, text(display.path("connector").asText(), SHORT))
                .set(0x00287005, VR.LO, text(display.path("id").asText(), LONG))
                .setItems(0x0028700A, List.of(configuration.item()));
    }

    /** (2010,0160) has whole cd/m² alone (US); the exact value is in the document. */
    private Attributes ambient(Attributes item) {
        JsonNode conditions = record.path("conditions");
        return item.setNumbers(
                        0x20100160,
                        VR.US,
                        Math.rint(conditions.path("ambientCdPerM2").asDouble()))
                .set(0x00287025, VR.CS, conditions.path("ambientSource").asText());
    }

    /** As PS3.17 PPP.3 nests them: subsystem, configuration, and in that the results. */
    private Attributes configurationResults() {
        Attributes results = new Attributes();
        List<Attributes> luminances = new ArrayList<>();
        view.findings("levels").forEach(levels -> luminances.add(luminance(levels)));
        List<Attributes> fields = new ArrayList<>();
        view.findings("field").forEach(field -> fields.add(uniformity(field)));
        List<Attributes> verdicts = new ArrayList<>();
        verdicts.add(overall());
        document.at("/judgement/verdicts").forEach(verdict -> verdicts.add(configuration.calibrated(verdict(verdict))));
        if (!luminances.isEmpty()) {
            results.setItems(0x00287024, luminances);
        }
        if (!fields.isEmpty()) {
            results.setItems(0x00287027, fields);
        }
        List<Attributes> visuals = new ArrayList<>();
        view.findings("visual").forEach(seen -> visuals.add(measured(DicomVisual.of(seen))));
        if (!visuals.isEmpty()) {
            results.setItems(0x00287015, visuals);
        }
        results.setItems(0x00287016, verdicts);
        return new Attributes().setNumbers(0x0028700B, VR.US, 1).setItems(0x00287011, List.of(results));
    }

    /** The judgement as a whole; each verdict follows as an item of its own. */
    private Attributes overall() {
        Attributes item =
                result(new Attributes(), document.at("/judgement/overall").asText());
        return configuration
                .calibrated(measured(item))
                .set(0x0028702A, VR.LO, text(document.at("/standard/title").asText(), LONG));
    }

    private static Attributes verdict(JsonNode verdict) {
        Attributes item = result(new Attributes(), verdict.path("result").asText());
        return item.set(
                0x0028702A,
                VR.LO,
                text(
                        verdict.path("quantity").asText() + " "
                                + verdict.path("value").asText() + " "
                                + verdict.path("operator").asText() + " "
                                + verdict.path("limit").asText(),
                        LONG));
    }

    /** The standard has PASS and FAIL alone: what was not assessed has no value. */
    static Attributes result(Attributes item, String result) {
        return result.equals("NOT_ASSESSED")
                ? item.setBytes(0x00287029, VR.CS, new byte[0])
                : item.set(0x00287029, VR.CS, result);
    }

    private Attributes luminance(JsonNode response) {
        List<Attributes> points = new ArrayList<>();
        for (JsonNode level : response.path("levels")) {
            points.add(new Attributes()
                    .setNumbers(0x00287017, VR.US, level.path("p").asInt())
                    .setNumbers(0x0028701F, VR.FL, level.path("seenCdPerM2").asDouble()));
        }
        return measured(ambient(
                new Attributes().setNumbers(0x0028701B, VR.US, points.size()).setItems(0x0028701C, points)));
    }

    /** Luminances row by row from the top left, as (0028,701F) asks; with the colour of each place where the meter saw it. */
    private Attributes uniformity(JsonNode field) {
        List<Attributes> points = new ArrayList<>();
        JsonNode places = field.path("seenCdPerM2");
        boolean hasColours = hasColours(field.path("colours"), places.size());
        for (int i = 0; i < places.size(); i++) {
            Attributes point = new Attributes()
                    .setNumbers(0x0028701F, VR.FL, places.path(i).asDouble());
            points.add(hasColours ? colour(point, field.path("colours").path(i)) : point);
        }
        return measured(ambient(new Attributes()
                .setNumbers(0x00287017, VR.US, field.path("p").asInt())
                .setNumbers(0x0028701B, VR.US, points.size())
                .set(0x00287021, VR.CS, hasColours ? "YES" : "NO")
                .setItems(0x0028701C, points)));
    }

    private static boolean hasColours(JsonNode colours, int places) {
        boolean isEach = places > 0 && colours.size() == places;
        for (JsonNode colour : colours) {
            isEach &= sum(colour) > 0;
        }
        return isEach;
    }

    /** (0028,7018) is x and y of CIE 1931. */
    private static Attributes colour(Attributes point, JsonNode colour) {
        double sum = sum(colour);
        return point.setNumbers(
                0x00287018,
                VR.FL,
                colour.path("x").asDouble() / sum,
                colour.path("y").asDouble() / sum);
    }

    private static double sum(JsonNode colour) {
        return colour.path("x").asDouble()
                + colour.path("y").asDouble()
                + colour.path("z").asDouble();
    }

    private Attributes measured(Attributes item) {
        JsonNode meter = record.path("photometer");
        Attributes equipment = new Attributes()
                .set(0x00080070, VR.LO, text(meter.path("make").asText(), LONG))
                .set(0x00081090, VR.LO, text(meter.path("model").asText(), LONG))
                .set(0x00181000, VR.LO, text(meter.path("serial").asText(), LONG))
                .set(0x00287013, VR.CS, "PHOTOMETER")
                .set(0x00287014, VR.CS, type(meter));
        String calibrated = meter.at("/certificate/calibratedOn").asText();
        if (!calibrated.isEmpty()) {
            equipment.set(0x00181200, VR.DA, calibrated.replace("-", ""));
        }
        return item.setItems(0x00287012, List.of(equipment))
                .set(
                        0x00404050,
                        VR.DT,
                        MOMENT.format(Instant.parse(record.path("at").asText())));
    }

    private static String type(JsonNode meter) {
        String aim = meter.path("aim").asText();
        return meter.path("simulated").asBoolean()
                ? "SIMULATED"
                : (aim.equals("INTERNAL") ? "BUILT_IN" : aim).toUpperCase(Locale.ROOT);
    }

    /** Without what a text element must not hold, and no longer than its VR allows. */
    static String text(String text, int longest) {
        String clean = text.replace('\\', '/').replaceAll("\\p{Cntrl}", " ").strip();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest)).strip();
    }
}
