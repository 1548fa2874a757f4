package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Corpus;
import org.candela.base.CandelaException;
import org.candela.dicom.DicomReader;
import org.candela.image.SeriesGeometry;
import org.candela.image.SeriesGeometry.Slice;
import org.junit.jupiter.api.Test;

/** Real series of known geometry. */
class SeriesGeometryCorpusTest {
    // [utest->req~image.slice-steps~1]
    @Test
    void aTiltedGantryIsFoundInARealSeries() throws Exception {
        SeriesGeometry tilted = SeriesGeometry.of(slices("series/ct-phantom-tilt-18.5"));

        assertEquals(18.5, tilted.alignment().tiltDegrees(), 0.1);
        assertFalse(tilted.hasMixedOrientations());
        assertFalse(tilted.alignment().isShifted() || tilted.alignment().hasMixedSizes());
    }

    // [utest->req~image.slice-steps~1]
    @Test
    void aSliceTakenOutOfARealSeriesIsAGapOfTwoSteps() throws Exception {
        List<Slice> slices = slices("series/ct-phantom-5mm");
        SeriesGeometry whole = SeriesGeometry.of(slices);
        slices.remove((int) whole.order().get(10));

        SeriesGeometry cut = SeriesGeometry.of(slices);

        assertTrue(whole.steps().isEven());
        assertTrue(whole.alignment().isStraight());
        assertEquals(1, cut.steps().gaps().size());
        assertEquals(9, cut.steps().gaps().get(0).after());
        assertEquals(2 * whole.steps().stepMm(), cut.steps().gaps().get(0).widthMm(), 0.01);
    }

    private static List<Slice> slices(String folder) throws IOException, CandelaException {
        List<Slice> slices = new ArrayList<>();
        for (Path file : Corpus.files(folder)) {
            ImageDescription description =
                    ImageReader.describe(DicomReader.readHeader(file).dataSet(), 0);
            slices.add(new Slice(
                    description.place().plane().orElseThrow(),
                    description.layout().rows(),
                    description.layout().columns()));
        }
        return slices;
    }
}
