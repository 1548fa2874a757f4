package org.candela.dicom.object.presentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.Corpus;
import org.candela.Peer;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.image.GrayscalePipeline;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.PresentationLut;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationStatePeerTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-object.state-write~1]
    @Test
    void aWrittenStateIsValidToOurselvesToDcmtkAndToPydicom() throws Exception {
        Path file = written(StateSamples.full());

        ObjectFiles.requireValid(file);
        // Laterality is asked of every state, DCMTK's too; a corner left of the image is taken as a number without a
        // sign.
        ObjectFiles.requireNoErrorsOfDicom3tools(file, "Laterality", "4294967295");
        assertEquals(
                "SYNTHETIC^Zoë 20261120 PR 65535",
                ObjectFiles.pydicom(
                        file,
                        "ds.PatientName, ds.StudyDate, ds.Modality,"
                                + " ds.GraphicLayerSequence[0].GraphicLayerRecommendedDisplayGrayscaleValue"));
        Peer.need("dcmpschk");
        String said = Peer.run(folder, List.of("dcmpschk", file.toString()));
        assertTrue(said.contains("Test passed."), said);
    }

    /**
     * The picture that DCMTK makes of an image of 8 × 6 with our state: rotated, then flipped, 10 · row + column through
     * a window that keeps the values apart.
     */
    // [utest->req~dicom-object.state-write~1]
    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
    void dcmtkTurnsAndFlipsAsWeMeanIt(int turns, boolean isFlipped) throws Exception {
        Peer.need("dcmp2pgm");
        SpatialTransform spatial = new SpatialTransform(turns, isFlipped);
        StateGreys greys = new StateGreys(
                StateGreys.NONE.modality(),
                List.of(new StateGreys.SoftcopyVoi(
                        Scope.ALL, List.of(new VoiWindow(128, 256, VoiWindow.Function.LINEAR)))),
                PresentationLut.Shape.IDENTITY);
        Path state = written(StateSamples.turned(spatial, DisplayedArea.wholeOf(StateSamples.FIRST, Scope.ALL), greys));
        Path image = ObjectFiles.file(StateSamples.FIRST, folder, "image.dcm");
        Path picture = folder.resolve("picture.pgm");

        Peer.run(folder, List.of("dcmp2pgm", "-p", state.toString(), image.toString(), picture.toString()));

        assertArrayEquals(expected(spatial), pixels(Files.readAllBytes(picture)));
    }

    private static int[] expected(SpatialTransform spatial) {
        int width = spatial.quarterTurns() % 2 == 0 ? 8 : 6;
        int height = 48 / width;
        int[] expected = new int[48];
        for (int i = 0; i < expected.length; i++) {
            double x = (i % width + 0.5) / width;
            int row = i / width;
            double y = (row + 0.5) / height;
            var point = StateSamples.at(Units.DISPLAY, x, y).inImage(PixelRectangle.whole(8, 6), spatial);
            expected[i] = (int) (10 * Math.rint(point.row()) + Math.rint(point.column()));
        }
        return expected;
    }

    /**
     * A window of 40 around 25, as P-values: DCMTK's 8 bits beside ours of 16, so that they differ by a rounding. The shape
     * of the state decides alone, and not once more the photometric interpretation (C.11.6.1.2).
     */
    // [utest->req~dicom-object.state-read~1]
    @ParameterizedTest
    @CsvSource({"MONOCHROME2,IDENTITY", "MONOCHROME2,INVERSE", "MONOCHROME1,IDENTITY", "MONOCHROME1,INVERSE"})
    void theGreysOfAStateAreThoseOfDcmtk(Photometric photometric, PresentationLut.Shape shape) throws Exception {
        Peer.need("dcmp2pgm");
        StateGreys greys = new StateGreys(
                StateGreys.NONE.modality(),
                List.of(new StateGreys.SoftcopyVoi(Scope.ALL, List.of(VoiWindow.linear(25, 40)))),
                shape);
        Path state = written(StateSamples.turned(
                SpatialTransform.NONE, DisplayedArea.wholeOf(StateSamples.FIRST, Scope.ALL), greys));
        Attributes image = StateSamples.FIRST.copy().set(Tag.PhotometricInterpretation, VR.CS, photometric.name());
        Path picture = folder.resolve("picture.pgm");
        Peer.run(
                folder,
                List.of(
                        "dcmp2pgm",
                        "-p",
                        state.toString(),
                        ObjectFiles.file(image, folder, "image.dcm").toString(),
                        picture.toString()));

        StateGreys read =
                PresentationStateReader.read(DicomReader.read(state).dataSet()).greys();
        GrayscalePipeline chain = new GrayscalePipeline(
                new PixelLayout(6, 8, photometric, 8, 8, 7, false, false),
                ((StateGreys.Linear) read.modality()).rescale(),
                read.voiOf(StateSamples.FIRST_UID, 1).get(0),
                read.presentation(),
                Polarity.NORMAL,
                PixelPadding.NONE);
        int[] peers = pixels(Files.readAllBytes(picture));
        for (int i = 0; i < peers.length; i++) {
            int stored = 10 * (i / 8) + i % 8;
            assertEquals(chain.pValue(stored) / 257.0, peers[i], 1, "stored " + stored);
        }
    }

    /** The last 48 bytes of a PGM of 8 bits. */
    private static int[] pixels(byte[] picture) {
        int[] pixels = new int[48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture[picture.length - pixels.length + i] & 0xFF;
        }
        return pixels;
    }

    // [utest->req~dicom-object.state-read~1]
    @Test
    void aStateMadeByDcmtkIsRead() throws Exception {
        Peer.need("dcmpsmk");
        Path image = ObjectFiles.file(StateSamples.FIRST, folder, "image.dcm");
        Path state = folder.resolve("dcmtk.dcm");
        Peer.run(folder, List.of("dcmpsmk", image.toString(), state.toString()));

        PresentationState read =
                PresentationStateReader.read(DicomReader.read(state).dataSet());

        assertEquals(List.of(), read.warnings());
        assertTrue(read.appliesTo(StateSamples.FIRST_UID, 1));
        assertEquals(PixelRectangle.whole(8, 6), read.view().areas().get(0).rectangle());
        assertEquals(new DisplayedArea.ScaleToFit(), read.view().areas().get(0).size());
        assertEquals(PresentationLut.Shape.IDENTITY, read.greys().presentation());
    }

    // [utest->req~dicom-object.state-read~1]
    @Test
    void lookupTablesOfTheCorpusAreRead() throws Exception {
        Path file = Corpus.folder().resolve("nroduit+weasis-dicom-tools/img/prLUTs.dcm");

        StateGreys greys =
                PresentationStateReader.read(DicomReader.read(file).dataSet()).greys();

        // The first entries as dcmdump prints them.
        assertEquals(147, ((StateGreys.Table) greys.modality()).table().value(1));
        VoiLut voi = (VoiLut) greys.voi().get(0).alternatives().get(0);
        assertEquals(List.of(233, "scrambled voi lut"), List.of(voi.table().value(1), voi.explanation()));
        assertEquals(8, ((PresentationLut.Table) greys.presentation()).table().value(0));
    }

    // [utest->req~dicom-object.state-read~1]
    @Test
    void annotationsOfTheCorpusAreReadWhereDcmdumpSaysTheyAre() throws Exception {
        Path file = Corpus.folder().resolve("derived/gsps/annot.dcm");

        PresentationState state =
                PresentationStateReader.read(DicomReader.read(file).dataSet());

        assertEquals(
                new PixelRectangle(89, 69, 419, 439),
                state.shutter().orElseThrow().rectangle().orElseThrow());
        assertEquals(
                List.of(VoiWindow.linear(50, 350)), state.greys().voi().get(0).alternatives());
        GraphicAnnotation annotation = state.graphics().annotations().get(0);
        assertEquals("lesion?", annotation.texts().get(0).text());
        assertEquals(
                StateSamples.at(Units.PIXEL, 300, 250),
                annotation.texts().get(0).anchor().orElseThrow().point());
        assertEquals(GraphicObject.Shape.CIRCLE, annotation.graphics().get(0).shape());
        assertEquals(
                List.of(StateSamples.at(Units.PIXEL, 300, 250), StateSamples.at(Units.PIXEL, 320, 250)),
                annotation.graphics().get(0).points());
    }

    private Path written(PresentationState state) throws Exception {
        return ObjectFiles.file(
                PresentationStateWriter.write(state, StateSamples.FIRST, StateSamples.PLACE), folder, "state.dcm");
    }
}
