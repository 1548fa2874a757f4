package org.candela.dicom.object.presentation;

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

class PresentationStateFuzzTest {
    // [utest->req~dicom-object.bounded~1]
    @Test
    void aDamagedStateIsReadOrRefusedAndItsMarksCanBeDrawn() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        seeds.add(new Fuzz.Seed(
                "full",
                ObjectFiles.bytes(
                        PresentationStateWriter.write(StateSamples.full(), StateSamples.FIRST, StateSamples.PLACE))));
        FuzzSeeds.files(1 << 14).stream()
                .filter(seed -> seed.name().endsWith("annot.dcm") || seed.name().endsWith("prLUTs.dcm"))
                .forEach(seeds::add);

        Fuzz.slice("object.presentation", 3000)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class)
                .run(seeds, Mutator::mutated, (input, random) -> drawn(input))
                .requireBothOutcomes();
    }

    private static Object drawn(byte[] input) throws Exception {
        PresentationState state = PresentationStateReader.read(
                DicomReader.read(input, "mutant", ReadOptions.standard()).dataSet());
        PixelRectangle area = state.view().areas().stream()
                .map(DisplayedArea::rectangle)
                .findFirst()
                .orElse(PixelRectangle.whole(8, 6));
        for (GraphicAnnotation annotation : state.graphics().annotations()) {
            for (GraphicObject graphic : annotation.graphics()) {
                graphic.outline()
                        .forEach(point -> point.inImage(area, state.view().spatial()));
            }
        }
        state.shutter().ifPresent(shutter -> shutter.onImage(1).open(6, 8));
        return state;
    }
}
