package org.candela.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.image.Vector3;

/**
 * A chest radiograph as a computed-radiography reader delivers it: MONOCHROME1, Imager Pixel Spacing and no other. The
 * effusion is new since the prior.
 */
final class ChestXrayPainter implements StudyPainter {
    static final int ROWS = 2140;
    static final int COLUMNS = 1760;
    static final double DETECTOR_SPACING_MM = 0.2;
    private static final int BITS = 12;
    private static final float TOP = (1 << BITS) - 1;
    /** Stored units by unit of line integral: the plate's logarithm. */
    private static final float GAIN = 430;

    private static final float NOISE = 14;
    private static final double WATER = 0.02;

    @Override
    public void paint(StudyPlan plan, Sink sink) throws IOException {
        GreyImage image = new GreyImage(ROWS, COLUMNS);
        chest(plan).project(-COLUMNS * DETECTOR_SPACING_MM / 2, 205, DETECTOR_SPACING_MM, image);
        image.invert(TOP / GAIN);
        scale(image);
        image.addNoise(new NoiseField(plan.salt()), NOISE, 1);
        BurnedText.write(40, 40, 4, (row, column) -> image.set(row, column, 0));
        Attributes attributes = plan.seriesModules(1, plan.about().description());
        plan.addImageModules(attributes, UID.ComputedRadiographyImageStorage, 1);
        addProjection(attributes, plan);
        PixelModule.addGrey(attributes, image, "MONOCHROME1", new PixelModule.Samples(BITS, 0));
        attributes.setNumbers(Tag.WindowCenter, VR.DS, 2300);
        attributes.setNumbers(Tag.WindowWidth, VR.DS, 3400);
        attributes.set(Tag.PresentationLUTShape, VR.CS, "INVERSE");
        sink.accept(DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static void scale(GreyImage image) {
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                image.set(row, column, GAIN * image.value(row, column));
            }
        }
    }

    private static void addProjection(Attributes attributes, StudyPlan plan) {
        boolean isPortable = plan.about() == SyntheticCase.PORTABLE_CHEST;
        attributes.set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY");
        attributes.set(Tag.ViewPosition, VR.CS, isPortable ? "AP" : "PA");
        attributes.set(Tag.PatientOrientation, VR.CS, "L", "F");
        attributes.setNumbers(Tag.KVP, VR.DS, isPortable ? 90 : 120);
        attributes.setNumbers(Tag.ImagerPixelSpacing, VR.DS, DETECTOR_SPACING_MM, DETECTOR_SPACING_MM);
    }

    /** Attenuation differences per mm against what surrounds them, so that overlaps add up. */
    private static Scene chest(StudyPlan plan) {
        Scene scene = new Scene();
        scene.add(new Vector3(0, 0, -40), new Vector3(172, 95, 420), WATER);
        scene.add(new Vector3(-78, 0, 10), new Vector3(64, 74, 134), -0.78 * WATER);
        scene.add(new Vector3(80, 0, 10), new Vector3(59, 72, 132), -0.78 * WATER);
        scene.add(new Vector3(22, -10, -34), new Vector3(60, 50, 58), 0.62 * WATER);
        scene.add(new Vector3(-60, 0, -140), new Vector3(94, 78, 70), 0.55 * WATER);
        scene.add(new Vector3(66, 0, -150), new Vector3(72, 70, 62), 0.42 * WATER);
        scene.add(new Vector3(0, -6, 120), new Vector3(8, 9, 70), -0.9 * WATER);
        scene.add(new Vector3(26, 10, 72), new Vector3(17, 16, 22), 0.4 * WATER);
        addHila(scene, plan.anatomySeed());
        addBones(scene);
        scene.ball(new Vector3(70, 10, 44), plan.isPrior() ? 4 : 8, 0.9 * WATER);
        if (!plan.isPrior()) {
            scene.add(new Vector3(-112, 10, -88), new Vector3(34, 60, 30), 0.7 * WATER);
        }
        return scene;
    }

    private static void addHila(Scene scene, long anatomySeed) {
        SplittableRandom random = new SplittableRandom(anatomySeed);
        for (int i = 0; i < 160; i++) {
            double side = i % 2 == 0 ? -1 : 1;
            double outward = random.nextDouble();
            double angle = random.nextDouble() * 2 * Math.PI;
            double size = 1.2 + 4.5 * (1 - outward) * random.nextDouble();
            Vector3 center = new Vector3(
                    side * (34 + 70 * outward * Math.abs(Math.cos(angle))), 0, 14 + 92 * outward * Math.sin(angle));
            scene.add(center, new Vector3(size * (1 + 2 * random.nextDouble()), size, size * 2), 0.7 * WATER);
        }
    }

    private static void addBones(Scene scene) {
        for (int level = -8; level <= 8; level++) {
            scene.add(new Vector3(0, 60, level * 24), new Vector3(18, 16, 10), 1.1 * WATER);
            scene.add(new Vector3(0, 80, level * 24), new Vector3(5, 14, 9), 0.9 * WATER);
        }
        for (int rib = 0; rib < 10; rib++) {
            addRib(scene, 148 - rib * 26.0);
        }
        for (double side : new double[] {-1, 1}) {
            for (double along = 0; along <= 1; along += 0.03) {
                Vector3 center = new Vector3(side * (14 + 128 * along), -60, 150 + 22 * along);
                scene.add(center, new Vector3(6, 6, 6), 0.25 * WATER);
            }
            scene.add(new Vector3(side * 142, 30, 96), new Vector3(24, 5, 62), 0.8 * WATER);
        }
    }

    private static void addRib(Scene scene, double zAtSpine) {
        for (double angle = 6; angle <= 150; angle += 1.6) {
            double radians = Math.toRadians(angle);
            double z = zAtSpine - 74 * (1 - Math.cos(radians)) / 2;
            for (double side : new double[] {-1, 1}) {
                Vector3 center = new Vector3(side * 146 * Math.sin(radians), 86 * Math.cos(radians), z);
                scene.add(center, new Vector3(4, 4, 6), 0.34 * WATER);
            }
        }
    }
}
