package org.candela.dicom.object.structured;

import java.util.List;
import java.util.stream.IntStream;
import org.candela.Statement;
import org.candela.base.Uid;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.region.SegmentationReader;
import org.candela.dicom.object.region.StructureSetReader;
import org.candela.dicom.object.waveform.WaveformReader;
import org.junit.jupiter.api.Test;

/** Which objects beside images are read and written, by asking the readers of every storage class near them. */
class ObjectStatementTest {
    private static final String ROOT = "1.2.840.10008.5.1.4.1.1.";
    private static final List<String> GROUPS =
            List.of("9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "11", "66", "88", "104", "481");
    private static final List<String> WRITTEN = List.of(
            PresentationState.Kind.GRAYSCALE.sopClassUid().value(),
            KeyObjectsReader.SOP_CLASS.value(),
            TextReportWriter.BASIC_TEXT.value(),
            MeasurementReportWriter.COMPREHENSIVE.value(),
            MeasurementReportWriter.COMPREHENSIVE_3D.value());

    // [utest->req~dicom-object.statement~1]
    @Test
    void objectsBesideImages() throws Exception {
        Statement.Table table = new Statement.Table("SOP class", "UID", "read as", "written");
        for (String group : GROUPS) {
            IntStream.rangeClosed(1, 99)
                    .mapToObj(number -> new Uid(ROOT + group + "." + number))
                    .forEach(uid -> {
                        String as = readAs(uid);
                        boolean isNamed = !Statement.name(uid.value()).equals(uid.value())
                                || !(as.startsWith("content") || as.equals("waveform"));
                        if (!as.isEmpty() && (isNamed || WRITTEN.contains(uid.value()))) {
                            table.row(
                                    Statement.name(uid.value()), uid, as, WRITTEN.contains(uid.value()) ? "yes" : "no");
                        }
                    });
        }
        table.check("objects");
    }

    private static String readAs(Uid uid) {
        if (PresentationStateReader.reads(uid)) {
            return "presentation state";
        } else if (KeyObjectsReader.reads(uid)) {
            return "key objects";
        } else if (StructuredReportReader.reads(uid)) {
            return "content tree, measurements";
        } else if (WaveformReader.reads(uid)) {
            return "waveform";
        } else if (EncapsulatedPdf.reads(uid)) {
            return "PDF";
        } else if (SegmentationReader.reads(uid)) {
            return "segmentation";
        }
        return StructureSetReader.reads(uid) ? "structure set" : "";
    }
}
