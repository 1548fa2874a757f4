package org.candela.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** A brain MR in two contrasts, slices tilted to the skull base, signal without units. The prior lacks one lesion. */
final class MrPainter implements StudyPainter {
    static final int SLICES = 26;
    private static final int SIZE = 256;
    private static final double SPACING_MM = 0.9;
    private static final double SLICE_STEP_MM = 5;
    private static final double TILT_DEGREES = 12;
    private static final float NOISE = 14;

    /** One contrast: signal of each tissue, and the times that make it. */
    private record Contrast(String name, Tissue signal, double repetitionTimeMs, double echoTimeMs) {}

    private record Tissue(double scalp, double skull, double grey, double white, double fluid, double lesion) {}

    private static final Contrast T1 = new Contrast("T1", new Tissue(900, 60, 420, 620, 130, 260), 500, 9);
    private static final Contrast FLAIR = new Contrast("T2 FLAIR", new Tissue(560, 50, 470, 360, 60, 860), 9000, 110);

    @Override
    public void paint(StudyPlan plan, Sink sink) throws IOException {
        paint(plan, T1, 2, sink);
        paint(plan, FLAIR, 3, sink);
    }

    private static void paint(StudyPlan plan, Contrast contrast, int seriesNumber, Sink sink) throws IOException {
        Scene head = head(contrast.signal(), plan);
        NoiseField noise = new NoiseField(plan.salt() + seriesNumber);
        Attributes series = plan.seriesModules(seriesNumber, contrast.name() + " AX OBL");
        for (int slice = 0; slice < SLICES; slice++) {
            GreyImage image = new GreyImage(SIZE, SIZE);
            SlicePlane plane = plane(slice);
            head.section(plane, image);
            image.soften();
            image.addNoise(noise, NOISE, slice);
            BurnedText.write(6, 6, 1, (row, column) -> image.set(row, column, 900));
            Attributes attributes = series.copy();
            plan.addImageModules(attributes, UID.MRImageStorage, slice + 1);
            addMr(attributes, contrast, plane);
            PixelModule.addGrey(attributes, image, "MONOCHROME2", new PixelModule.Samples(12, 30));
            sink.accept(DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }
    }

    private static void addMr(Attributes attributes, Contrast contrast, SlicePlane plane) {
        attributes.set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "OTHER");
        attributes.set(Tag.ScanningSequence, VR.CS, "SE");
        attributes.set(Tag.SequenceVariant, VR.CS, "SK");
        attributes.set(Tag.ScanOptions, VR.CS);
        attributes.set(Tag.MRAcquisitionType, VR.CS, "2D");
        attributes.setNumbers(Tag.EchoTrainLength, VR.IS, 1);
        attributes.setNumbers(Tag.SliceThickness, VR.DS, SLICE_STEP_MM);
        attributes.setNumbers(Tag.SpacingBetweenSlices, VR.DS, SLICE_STEP_MM);
        attributes.setNumbers(Tag.RepetitionTime, VR.DS, contrast.repetitionTimeMs());
        attributes.setNumbers(Tag.EchoTime, VR.DS, contrast.echoTimeMs());
        Planes.add(attributes, plane);
        attributes.setNumbers(Tag.WindowCenter, VR.DS, 480);
        attributes.setNumbers(Tag.WindowWidth, VR.DS, 900);
    }

    /** Rows run from front to back and a little towards the feet. */
    static SlicePlane plane(int slice) {
        double tilt = Math.toRadians(TILT_DEGREES);
        Vector3 rowDirection = new Vector3(1, 0, 0);
        Vector3 columnDirection = new Vector3(0, Math.cos(tilt), -Math.sin(tilt));
        Vector3 normal = rowDirection.cross(columnDirection);
        double half = (SIZE - 1) / 2.0 * SPACING_MM;
        Vector3 origin = rowDirection
                .times(-half)
                .plus(columnDirection.times(-half))
                .plus(normal.times((slice - (SLICES - 1) / 2.0) * SLICE_STEP_MM));
        return new SlicePlane(origin, rowDirection, columnDirection, new PixelSpacing(SPACING_MM, SPACING_MM));
    }

    private static Scene head(Tissue tissue, StudyPlan plan) {
        Scene scene = new Scene();
        scene.add(new Vector3(0, 0, 0), new Vector3(80, 99, 92), tissue.scalp());
        scene.add(new Vector3(0, 0, 0), new Vector3(75, 94, 87), tissue.skull());
        scene.add(new Vector3(0, 0, 0), new Vector3(69, 88, 81), tissue.fluid());
        for (double side : new double[] {-1, 1}) {
            addHemisphere(scene, tissue, side, plan.anatomySeed());
        }
        scene.add(new Vector3(0, 46, -44), new Vector3(46, 30, 24), tissue.grey());
        scene.add(new Vector3(0, 10, -48), new Vector3(13, 14, 34), tissue.white());
        scene.ball(new Vector3(-28, -18, 30), 4, tissue.lesion());
        scene.ball(new Vector3(24, 30, 24), 3, tissue.lesion());
        if (!plan.isPrior()) {
            scene.add(new Vector3(30, -26, 22), new Vector3(6, 7, 5), tissue.lesion());
        }
        return scene;
    }

    private static void addHemisphere(Scene scene, Tissue tissue, double side, long anatomySeed) {
        scene.add(new Vector3(side * 34, 0, 8), new Vector3(32, 84, 68), tissue.grey());
        scene.add(new Vector3(side * 33, 0, 8), new Vector3(27, 76, 60), tissue.white());
        SplittableRandom random = new SplittableRandom(anatomySeed);
        for (int i = 0; i < 90; i++) {
            double along = random.nextDouble() * 2 * Math.PI;
            double up = Math.asin(random.nextDouble() * 1.6 - 0.7);
            Vector3 onCortex = new Vector3(
                    side * (34 + 30 * Math.cos(along) * Math.cos(up)),
                    80 * Math.sin(along) * Math.cos(up),
                    8 + 64 * Math.sin(up));
            Vector3 sulcus = new Vector3(2 + 3 * random.nextDouble(), 2 + 5 * random.nextDouble(), 10);
            scene.add(onCortex, sulcus, tissue.fluid());
        }
        scene.add(new Vector3(side * 12, -8, 14), new Vector3(6, 26, 12), tissue.fluid());
        scene.add(new Vector3(side * 22, 4, 4), new Vector3(10, 16, 12), tissue.grey());
    }
}
