package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.drawn;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.row;
import static org.candela.pitfall.PitfallImages.window;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.DisplayLut;
import org.candela.image.Polarity;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Occlusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The display shutter of an image (PS3.3 C.7.6.11) in the order of PS3.4 N.2. */
class ShutterPitfallsTest {
    @TempDir
    private Path folder;

    /**
     * PS3.4 N.2, C.7.6.11: the shutter is a P-value, laid over what all tables made: 0x8080 is grey 128 whatever window,
     * sense and inversion; its edges count from 1. Values beneath stay and are there when it is lifted.
     */
    @ParameterizedTest
    @CsvSource({"MONOCHROME1, NORMAL", "MONOCHROME2, NORMAL", "MONOCHROME1, INVERTED", "MONOCHROME2, INVERTED"})
    void pitfall38TheShutterComesAfterAllTablesAndBeforeTheDisplay(String photometric, Polarity polarity)
            throws Exception {
        Attributes image = window(row("DX", 0, 4095, 4095, 0), 2048, 4096)
                .set(Tag.PhotometricInterpretation, VR.CS, photometric)
                .set(Tag.ShutterShape, VR.CS, "RECTANGULAR")
                .set(Tag.ShutterLeftVerticalEdge, VR.IS, "2")
                .set(Tag.ShutterRightVerticalEdge, VR.IS, "3")
                .set(Tag.ShutterUpperHorizontalEdge, VR.IS, "1")
                .set(Tag.ShutterLowerHorizontalEdge, VR.IS, "1")
                .setNumbers(Tag.ShutterPresentationValue, VR.US, 0x8080);
        LoadedFrame loaded = load(folder, image);
        DataPresentation presentation =
                new DataPresentation(loaded.description().voi().get(0), polarity);
        int most = photometric.equals("MONOCHROME2") == (polarity == Polarity.NORMAL) ? 255 : 0;

        assertArrayEquals(new int[] {128, most, most, 128}, PitfallImages.greys(loaded, presentation));
        assertArrayEquals(
                new int[] {255 - most, most, most, 255 - most},
                PitfallImages.greys(loaded, presentation.with(Occlusion.LIFTED)));
        DisplayLut two = DisplayLut.of(new int[] {0x000001, 0x000002});
        assertEquals(0xFF000002, drawn(loaded, presentation, two)[0], "it passes the table of the display");
    }

    /** A bright border that is covered does not widen the window the image opens with: 100 to 200 alone. */
    @Test
    void pitfall38WhatIsCoveredDoesNotWindowTheImage() throws Exception {
        Attributes image = row("DX", 4095, 100, 150, 200, 4095)
                .set(Tag.ShutterShape, VR.CS, "POLYGONAL")
                .setNumbers(Tag.VerticesOfThePolygonalShutter, VR.IS, 1, 2, 1, 4, 2, 4, 2, 2);

        assertArrayEquals(new int[] {0, 0, 128, 255, 0}, PitfallImages.greys(load(folder, image)));
    }

    /** C.7.6.11: centre row\column, radius in columns; an odd shape is told and nothing is covered by it. */
    @Test
    void pitfall38AShutterThatCannotBeReadIsSaidAndCoversNothing() throws Exception {
        Attributes round = window(row("XA", 4095, 4095, 4095, 4095), 2048, 4096)
                .set(Tag.ShutterShape, VR.CS, "CIRCULAR")
                .setNumbers(Tag.CenterOfCircularShutter, VR.IS, 1, 3)
                .setNumbers(Tag.RadiusOfCircularShutter, VR.IS, 1);
        Attributes odd = round.copy().setNumbers(Tag.CenterOfCircularShutter, VR.IS, 1);

        assertArrayEquals(new int[] {0, 255, 255, 255}, PitfallImages.greys(load(folder, round)));
        assertArrayEquals(new int[] {255, 255, 255, 255}, PitfallImages.greys(load(folder, odd)));
        assertEquals(
                List.of("a display shutter cannot be read, not applied"),
                load(folder, odd).description().warnings());
    }
}
