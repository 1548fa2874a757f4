package org.candela.delivery.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.document.ReportPdf;
import org.candela.delivery.fhir.ReportBundle;
import org.candela.delivery.hl7.MappingPreview;
import org.candela.delivery.hl7.MessageGaps;
import org.candela.delivery.hl7.OruMapping;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.document.PdfPages;
import org.candela.dicom.object.structured.ReportText;
import org.candela.dicom.object.structured.StructuredReportReader;
import org.candela.facility.Facility;
import org.candela.image.RasterArgb;
import org.candela.report.SignedReport;

/** Makes the very message, object, bundle or pages that a version would leave as. Blocks on the disk; any thread. */
// [impl->req~delivery.preview~1]
public final class ReportPreview {
    private static final String CONTROL_ID = "CPREVIEW000000000001";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PAGE_WIDTH = 900;
    private static final int MOST_PAGES = 10;
    /** A document in text form says nothing to the eye. */
    private static final int LONGEST_DATA = 400;

    private final ReportObjects objects;
    private final ZoneId zone;

    /** @param zone of dates and times in objects and documents; a mapping has its own */
    public ReportPreview(ReportObjects objects, ZoneId zone) {
        this.objects = objects;
        this.zone = zone;
    }

    /**
     * What is looked at.
     *
     * @param earlier the versions before it, oldest first
     */
    public record Looked(Facility facility, SignedReport report, List<SignedReport> earlier) {
        public Looked {
            earlier = List.copyOf(earlier);
        }
    }

    /**
     * The version as it would leave.
     *
     * @throws CandelaException saying why it could not leave so, naming the segment where there is one
     */
    public Preview of(Form form, OruMapping mapping, Looked looked) throws CandelaException {
        return switch (form) {
            case HL7 -> message(mapping, consignment(looked));
            case SR -> tree(consignment(looked));
            case FHIR -> bundle(looked.report());
            case PDF -> pages(looked.report());
        };
    }

    private static Consignment consignment(Looked looked) {
        DeliveryChannel channel = new DeliveryChannel(
                looked.facility().id(),
                "preview",
                DeliveryChannel.Way.HL7,
                "mllp://127.0.0.1:2575",
                DeliveryChannel.Need.OPTIONAL,
                Map.of());
        return new Consignment(
                new Consignment.Ticket(looked.facility(), channel, CONTROL_ID), looked.report(), looked.earlier());
    }

    private static Preview message(OruMapping mapping, Consignment consignment) throws CandelaException {
        List<String> segments = MappingPreview.of(mapping, consignment);
        return new Preview(segments, MessageGaps.of(segments), List.of());
    }

    private Preview tree(Consignment consignment) throws CandelaException {
        try {
            byte[] bytes = objects.pack(consignment).bytes();
            Attributes object =
                    DicomReader.read(bytes, "preview", ReadOptions.standard()).dataSet();
            return Preview.of(ReportText.lines(StructuredReportReader.read(object)).stream()
                    .map(line -> "  ".repeat(line.depth()) + line.text())
                    .toList());
        } catch (IOException e) {
            throw new CandelaException("delivery.object", "the object that was written cannot be read", e);
        }
    }

    private Preview bundle(SignedReport report) throws CandelaException {
        try {
            JsonNode tree = MAPPER.readTree(new ReportBundle(zone).of(report));
            shorten(tree);
            return Preview.of(MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(tree)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new CandelaException("delivery.fhir", "the bundle that was written cannot be read", e);
        }
    }

    /** The documents within are told by their size alone. */
    private static void shorten(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("data").isTextual()
                && object.path("data").textValue().length() > LONGEST_DATA) {
            int length = object.path("data").textValue().length();
            object.put("data", "… " + length + " letters of base64, left out here …");
        }
        node.forEach(ReportPreview::shorten);
    }

    private Preview pages(SignedReport report) throws CandelaException {
        EncapsulatedPdf pdf =
                new EncapsulatedPdf(report.study().studyInstanceUid(), "preview", ReportPdf.of(report, zone));
        List<RasterArgb> drawn = new ArrayList<>();
        try (PdfPages pages = PdfPages.open(pdf)) {
            for (int i = 0; i < Math.min(pages.count(), MOST_PAGES); i++) {
                drawn.add(pages.page(i, PAGE_WIDTH));
            }
        } catch (IOException e) {
            throw new CandelaException("delivery.pdf", "the pages that were written cannot be let go", e);
        }
        return new Preview(List.of(), List.of(), drawn);
    }
}
