package org.candela.viewer.object;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.Fuzz;
import org.candela.Mutator;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.UnsupportedImageException;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.dicom.object.presentation.StateSamples;
import org.candela.dicom.object.region.SegmentSamples;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.state.StatePresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is damaged is shown, refused in words or refused as a file; nothing else is thrown. */
class BesideFuzzTest {
    @TempDir
    private Path folder;

    // [utest->req~viewer.state-whole~1]
    @Test
    void aDamagedStateIsAppliedAndDrawnOrRefused() throws Exception {
        LoadedFrame image = LoadedFrame.of(FrameReader.open(ObjectFiles.file(StateSamples.FIRST, folder, "image.dcm"))
                .load(0));
        byte[] seed = ObjectFiles.bytes(
                PresentationStateWriter.write(StateSamples.full(), StateSamples.FIRST, StateSamples.PLACE));

        Fuzz.slice("viewer.state", 1500)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class)
                .run(List.of(new Fuzz.Seed("full", seed)), Mutator::mutated, (input, random) -> drawn(input, image))
                .requireBothOutcomes();
    }

    private static Object drawn(byte[] input, LoadedFrame image) throws Exception {
        Attributes dataSet =
                DicomReader.read(input, "mutant", ReadOptions.standard()).dataSet();
        StatePresentation made = StateApplication.of(
                PresentationStateReader.read(dataSet), new FrameKey(StateSamples.FIRST_UID, 0), image);
        if (made instanceof StatePresentation.Applied applied) {
            ResolvedView view = ResolvedView.of(applied.view().framing(), ViewState.FIT, new CanvasSize(12, 9));
            Renderer.ON_CALLER.render(
                    new Picture(applied.loaded(), DataPresentation.initial(applied.loaded()), view, OverlayInk.WHITE),
                    DisplayLut.IDENTITY,
                    RasterArgb.ofSize(12, 9));
        }
        return made;
    }

    // [utest->req~viewer.regions-shown~1]
    @Test
    void aDamagedSegmentationIsShownOrRefused() throws Exception {
        LoadedFrame image =
                LoadedFrame.of(FrameReader.open(ObjectFiles.file(ObjectFiles.image("1.2.7.1"), folder, "image.dcm"))
                        .load(0));
        List<Fuzz.Seed> seeds = List.of(
                new Fuzz.Seed("binary", ObjectFiles.bytes(SegmentSamples.binary())),
                new Fuzz.Seed("fractional", ObjectFiles.bytes(SegmentSamples.fractional("PROBABILITY"))),
                new Fuzz.Seed("label map", ObjectFiles.bytes(SegmentSamples.labelMap())));
        Path file = folder.resolve("mutant.dcm");

        Fuzz.slice("viewer.region", 600)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class, UnsupportedImageException.class)
                .run(seeds, Mutator::mutated, (input, random) -> {
                    Files.write(file, input);
                    return SegmentationValue.of(file).on(new FrameKey(new Uid("1.2.7.1"), 0), image, 10);
                })
                .requireBothOutcomes();
    }
}
