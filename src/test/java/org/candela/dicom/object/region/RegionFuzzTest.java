package org.candela.dicom.object.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.FileMutator;
import org.candela.Fuzz;
import org.candela.FuzzSeeds;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.UnsupportedImageException;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionFuzzTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-object.bounded~1]
    @Test
    void aDamagedSegmentationIsLaidOverAnImageOrRefused() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        seeds.add(new Fuzz.Seed("binary", ObjectFiles.bytes(SegmentSamples.binary())));
        seeds.add(new Fuzz.Seed("fractional", ObjectFiles.bytes(SegmentSamples.fractional("OCCUPANCY"))));
        seeds.add(new Fuzz.Seed("labels", ObjectFiles.bytes(SegmentSamples.labelMap())));
        FuzzSeeds.files(1 << 16).stream()
                .filter(seed -> seed.name().matches(".*(seg_image|liver)\\w*\\.dcm"))
                .forEach(seeds::add);

        Fuzz.slice("object.segmentation", 2000)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class, UnsupportedImageException.class)
                .run(seeds, FileMutator::mutated, (input, random) -> masks(input))
                .requireBothOutcomes();
    }

    private Object masks(byte[] input) throws Exception {
        Path file = Files.write(folder.resolve("mutant"), input);
        Segmentation segmentation =
                SegmentationReader.read(DicomReader.read(file).dataSet());
        FrameReader frames = FrameReader.open(file);
        if (frames.frameCount() != segmentation.frames().size()) {
            return segmentation;
        }
        SegmentMasks masks = new SegmentMasks(segmentation, frames);
        masks.on(SegmentSamples.source(1));
        return masks.on(SegmentSamples.other(20, 1));
    }

    // [utest->req~dicom-object.bounded~1]
    @Test
    void aDamagedStructureSetIsReadOrRefused() throws Exception {
        List<Fuzz.Seed> seeds = List.of(new Fuzz.Seed("sample", ObjectFiles.bytes(StructureSetTest.sample())));

        Fuzz.slice("object.structures", 2000)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class)
                .run(seeds, FileMutator::mutated, (input, random) -> contours(input))
                .requireBothOutcomes();
    }

    private Object contours(byte[] input) throws Exception {
        Path file = Files.write(folder.resolve("mutant"), input);
        StructureSet set = StructureSetReader.read(DicomReader.read(file).dataSet());
        set.regions().forEach(region -> region.contoursOn(SegmentSamples.other(10, 2)));
        return set;
    }
}
