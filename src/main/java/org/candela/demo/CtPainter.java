package org.candela.demo;

import java.io.IOException;
import java.util.Locale;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/**
 * A chest CT: true HU, with a row of rods of known HU under the patient, as in bone densitometry. The nodule has grown
 * since the prior.
 */
final class CtPainter implements StudyPainter {
    static final int SLICES = 124;
    static final int SIZE = 512;
    static final double SPACING_MM = 0.75;
    static final double SLICE_STEP_MM = 2.5;
    /** HU of the rods, from right to left of the patient. */
    static final double[] ROD_VALUES = {-1000, -100, 0, 50, 700, 1000};

    static final double ROD_RADIUS_MM = 7;
    private static final double ROD_Y = 140;
    private static final double ROD_STEP_MM = 30;
    private static final double PLASTIC = 120;
    private static final float NOISE_HU = 11;
    private static final float RESCALE_INTERCEPT = -1024;

    @Override
    public void paint(StudyPlan plan, Sink sink) throws IOException {
        Scene chest = Chest.inHounsfield(plan.anatomySeed(), plan.isPrior() ? 3.2 : 5.0);
        addRods(chest);
        NoiseField noise = new NoiseField(plan.salt());
        Attributes series = plan.seriesModules(2, "CHEST 2.5 mm");
        for (int slice = 0; slice < SLICES; slice++) {
            sink.accept(slice(plan, series, new Slice(slice, paint(chest, noise, slice))));
        }
    }

    private record Slice(int index, GreyImage image) {}

    private static void addRods(Scene scene) {
        scene.add(new Vector3(0, ROD_Y, 0), new Vector3(110, 13, 4000), PLASTIC);
        for (int i = 0; i < ROD_VALUES.length; i++) {
            Vector3 center = new Vector3(rodX(i), ROD_Y, 0);
            scene.add(center, new Vector3(ROD_RADIUS_MM, ROD_RADIUS_MM, 1e6), ROD_VALUES[i]);
        }
    }

    private static double rodX(int rod) {
        return (rod - (ROD_VALUES.length - 1) / 2.0) * ROD_STEP_MM;
    }

    /** Column of the middle of a rod; the row is {@link #rodRow()}. */
    static int rodColumn(int rod) {
        return (int) Math.round(plane(0).column(new Vector3(rodX(rod), ROD_Y, 0)));
    }

    static int rodRow() {
        return (int) Math.round(plane(0).row(new Vector3(0, ROD_Y, 0)));
    }

    /** From feet to head; the origin of the chest in the middle. */
    static SlicePlane plane(int slice) {
        double half = (SIZE - 1) / 2.0 * SPACING_MM;
        // The table and the rods lie below the patient, so the picture reaches further back than forward.
        Vector3 origin = new Vector3(-half, -half + 20, (slice - (SLICES - 1) / 2.0) * SLICE_STEP_MM);
        return new SlicePlane(
                origin, new Vector3(1, 0, 0), new Vector3(0, 1, 0), new PixelSpacing(SPACING_MM, SPACING_MM));
    }

    private static GreyImage paint(Scene scene, NoiseField noise, int slice) {
        GreyImage image = new GreyImage(SIZE, SIZE);
        image.fill((float) Chest.AIR);
        scene.section(plane(slice), image);
        image.addNoise(noise, NOISE_HU * 1.6f, slice);
        image.soften();
        BurnedText.write(8, 8, 1, (row, column) -> image.set(row, column, 600));
        return image;
    }

    private static DicomFile slice(StudyPlan plan, Attributes series, Slice slice) {
        Attributes attributes = series.copy();
        plan.addImageModules(attributes, UID.CTImageStorage, slice.index() + 1);
        SlicePlane plane = plane(slice.index());
        attributes.set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        attributes.setNumbers(Tag.KVP, VR.DS, 120);
        attributes.set(Tag.ConvolutionKernel, VR.SH, "STANDARD");
        attributes.setNumbers(Tag.SliceThickness, VR.DS, SLICE_STEP_MM);
        attributes.setNumbers(Tag.SpacingBetweenSlices, VR.DS, SLICE_STEP_MM);
        Planes.add(attributes, plane);
        attributes.set(
                Tag.SliceLocation,
                VR.DS,
                String.format(Locale.ROOT, "%.3f", plane.origin().z()));
        PixelModule.addGrey(attributes, slice.image(), "MONOCHROME2", new PixelModule.Samples(12, -RESCALE_INTERCEPT));
        attributes.setNumbers(Tag.RescaleIntercept, VR.DS, RESCALE_INTERCEPT);
        attributes.setNumbers(Tag.RescaleSlope, VR.DS, 1);
        attributes.set(Tag.RescaleType, VR.LO, "HU");
        attributes.setNumbers(Tag.WindowCenter, VR.DS, 40, -600);
        attributes.setNumbers(Tag.WindowWidth, VR.DS, 400, 1500);
        attributes.set(Tag.WindowCenterWidthExplanation, VR.LO, "MEDIASTINUM", "LUNG");
        return DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
