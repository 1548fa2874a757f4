package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import org.candela.Fuzz;
import org.candela.FuzzSeeds;
import org.candela.Mutator;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.junit.jupiter.api.Test;

class DocumentFuzzTest {
    // [utest->req~dicom-object.bounded~1]
    @Test
    void aDamagedDocumentIsShownOrRefused() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        seeds.add(new Fuzz.Seed(
                "measurements",
                ObjectFiles.bytes(MeasurementReportWriter.write(
                        DocumentSamples.inPatient(), List.of(DocumentSamples.FIRST), DocumentSamples.PLACE))));
        seeds.add(new Fuzz.Seed(
                "keys",
                ObjectFiles.bytes(KeyObjectsWriter.write(
                        DocumentSamples.keys(),
                        List.of(DocumentSamples.FIRST, DocumentSamples.SECOND),
                        DocumentSamples.PLACE))));
        FuzzSeeds.files(1 << 17).stream()
                .filter(seed -> seed.name().matches(".*(test-SR|reportsi|sr_document|/sr|sr-\\w+|key)\\.dcm"))
                .forEach(seeds::add);

        Fuzz.slice("object.structured", 3000)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class)
                .run(seeds, Mutator::mutated, (input, random) -> shown(input))
                .requireBothOutcomes();
    }

    private static Object shown(byte[] input) throws Exception {
        var dataSet = DicomReader.read(input, "mutant", ReadOptions.standard()).dataSet();
        StructuredReport report = StructuredReportReader.read(dataSet);
        MeasurementReader.groups(report);
        return KeyObjectsReader.reads(report.identity().sopClassUid())
                ? KeyObjectsReader.read(dataSet)
                : ReportText.lines(report);
    }
}
