package org.candela.demo;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.image.Vector3;

/** A screening mammogram of 5 megapixels a view: right and left CC and MLO. The mass on the left is new. */
final class MammogramPainter implements StudyPainter {
    static final int ROWS = 2560;
    static final int COLUMNS = 2048;
    static final double DETECTOR_SPACING_MM = 0.094;
    private static final int BITS = 12;
    private static final float GAIN = 1700;
    private static final float NOISE = 22;
    private static final double FAT = 0.016;

    /** One view; its code is of SNOMED CT (PS3.16 CID 4014). */
    private record View(String side, String position, String code, String meaning) {
        boolean isRight() {
            return side.equals("R");
        }

        boolean isOblique() {
            return position.equals("MLO");
        }

        /** PS3.3 C.8.11.7: the chest wall is at the right edge of a right breast. */
        List<String> orientation() {
            return List.of(isRight() ? "P" : "A", isOblique() ? (isRight() ? "FL" : "FR") : (isRight() ? "L" : "R"));
        }
    }

    private static final List<View> VIEWS = List.of(
            new View("R", "CC", "399162004", "cranio-caudal"),
            new View("L", "CC", "399162004", "cranio-caudal"),
            new View("R", "MLO", "399368009", "medio-lateral oblique"),
            new View("L", "MLO", "399368009", "medio-lateral oblique"));

    @Override
    public void paint(StudyPlan plan, Sink sink) throws IOException {
        int number = 1;
        for (View view : VIEWS) {
            sink.accept(paint(plan, view, number++));
        }
    }

    private static DicomFile paint(StudyPlan plan, View view, int number) {
        GreyImage image = new GreyImage(ROWS, COLUMNS);
        double width = COLUMNS * DETECTOR_SPACING_MM;
        breast(plan, view)
                .project(view.isRight() ? -width : 0, ROWS * DETECTOR_SPACING_MM / 2, DETECTOR_SPACING_MM, image);
        develop(image, new NoiseField(plan.salt() + number));
        int left = view.isRight() ? 60 : COLUMNS - 60 - BurnedText.width(6);
        BurnedText.write(60, left, 6, (row, column) -> image.set(row, column, 3200));
        Attributes attributes = plan.seriesModules(number, view.side() + " " + view.position());
        plan.addImageModules(attributes, UID.DigitalMammographyXRayImageStorageForPresentation, 1);
        addMammography(attributes, view);
        PixelModule.addGrey(attributes, image, "MONOCHROME2", new PixelModule.Samples(BITS, 0));
        attributes.setNumbers(Tag.WindowCenter, VR.DS, 1500);
        attributes.setNumbers(Tag.WindowWidth, VR.DS, 2800);
        return DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** Line integrals to the values a detector presents; where nothing was in the way the picture is black. */
    private static void develop(GreyImage image, NoiseField noise) {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                float integral = image.value(row, column);
                float signal = integral <= 0 ? 0 : GAIN * integral + NOISE * noise.at(row, column);
                image.set(row, column, signal);
            }
        }
    }

    /** Mirror image of right and left; x from the chest wall (0) towards the nipple, which is negative on the right. */
    private static Scene breast(StudyPlan plan, View view) {
        double toNipple = view.isRight() ? -1 : 1;
        Scene scene = new Scene();
        double droop = view.isOblique() ? -14 : 0;
        scene.add(new Vector3(0, 0, droop), new Vector3(128, 26, 92), FAT);
        SplittableRandom random = new SplittableRandom(plan.anatomySeed() + (view.isRight() ? 1 : 2));
        for (int i = 0; i < 260; i++) {
            addGland(scene, random, toNipple, droop);
        }
        for (int i = 0; i < 46; i++) {
            double distance = 20 + 70 * random.nextDouble();
            double height = droop + 110 * (random.nextDouble() - 0.5);
            Vector3 duct = new Vector3(8 + 16 * random.nextDouble(), 0.9, 0.5 + random.nextDouble());
            scene.add(new Vector3(toNipple * distance, 0, height), duct, 0.5 * FAT);
        }
        if (view.isOblique()) {
            addPectoral(scene, toNipple);
        }
        addLesions(scene, plan, view);
        return scene;
    }

    private static void addGland(Scene scene, SplittableRandom random, double toNipple, double droop) {
        double along = Math.sqrt(random.nextDouble());
        double distance = 104 * (1 - 0.72 * along);
        double height = droop + 86 * along * (random.nextDouble() - 0.5);
        double size = 3 + 11 * random.nextDouble() * random.nextDouble();
        Vector3 radii = new Vector3(size * (1 + random.nextDouble()), size * 0.6, size);
        scene.add(new Vector3(toNipple * distance, 0, height), radii, 0.42 * FAT);
    }

    private static void addPectoral(Scene scene, double toNipple) {
        for (int i = 0; i < 40; i++) {
            double z = 120 - i * 4.2;
            double reach = Math.max(2, 46 - i * 1.1);
            scene.add(new Vector3(toNipple * reach / 2, 0, z), new Vector3(reach / 2 + 4, 4, 5), 0.7 * FAT);
        }
    }

    private static void addLesions(Scene scene, StudyPlan plan, View view) {
        if (view.isRight()) {
            SplittableRandom random = new SplittableRandom(plan.anatomySeed());
            for (int i = 0; i < 14; i++) {
                Vector3 grain = new Vector3(
                        -58 + 9 * random.nextDouble(), 0, 16 + (view.isOblique() ? 8 : 0) + 9 * random.nextDouble());
                scene.ball(grain, 0.16 + 0.18 * random.nextDouble(), 40 * FAT);
            }
        } else if (!plan.isPrior()) {
            double height = view.isOblique() ? 22 : -18;
            scene.add(new Vector3(52, 0, height), new Vector3(7, 7, 6), 1.1 * FAT);
            for (int spicule = 0; spicule < 12; spicule++) {
                double angle = spicule * Math.PI / 6;
                Vector3 tip = new Vector3(52 + 9 * Math.cos(angle), 0, height + 9 * Math.sin(angle));
                scene.add(
                        tip,
                        new Vector3(0.5 + 4 * Math.abs(Math.cos(angle)), 1, 0.5 + 4 * Math.abs(Math.sin(angle))),
                        0.5 * FAT);
            }
        }
    }

    private static void addMammography(Attributes attributes, View view) {
        attributes.set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "");
        attributes.set(Tag.PresentationIntentType, VR.CS, "FOR PRESENTATION");
        attributes.set(Tag.ImageLaterality, VR.CS, view.side());
        attributes.set(Tag.ViewPosition, VR.CS, view.position());
        attributes.set(Tag.PatientOrientation, VR.CS, view.orientation().toArray(String[]::new));
        attributes.setNumbers(Tag.ImagerPixelSpacing, VR.DS, DETECTOR_SPACING_MM, DETECTOR_SPACING_MM);
        attributes.setNumbers(Tag.EstimatedRadiographicMagnificationFactor, VR.DS, 1.0725);
        attributes.setNumbers(Tag.KVP, VR.DS, 28);
        attributes.set(Tag.BreastImplantPresent, VR.CS, "NO");
        attributes.set(Tag.PartialView, VR.CS, "NO");
        attributes.set(Tag.PixelIntensityRelationship, VR.CS, "LOG");
        attributes.setNumbers(Tag.PixelIntensityRelationshipSign, VR.SS, 1);
        attributes.setNumbers(Tag.RescaleIntercept, VR.DS, 0);
        attributes.setNumbers(Tag.RescaleSlope, VR.DS, 1);
        attributes.set(Tag.RescaleType, VR.LO, "US");
        attributes.set(Tag.PresentationLUTShape, VR.CS, "IDENTITY");
        attributes.setItems(
                Tag.ViewCodeSequence,
                List.of(code(view.code(), view.meaning()).setItems(Tag.ViewModifierCodeSequence, List.of())));
        attributes.setItems(Tag.AnatomicRegionSequence, List.of(code("76752008", "Breast")));
        attributes.setItems(Tag.AcquisitionContextSequence, List.of());
        attributes.set(Tag.OrganExposed, VR.CS, "BREAST");
        attributes.set(Tag.PositionerType, VR.CS, "MAMMOGRAPHIC");
        attributes.set(Tag.DetectorType, VR.CS, "DIRECT");
    }

    private static Attributes code(String value, String meaning) {
        return new Attributes()
                .set(Tag.CodeValue, VR.SH, value)
                .set(Tag.CodingSchemeDesignator, VR.SH, "SCT")
                .set(Tag.CodeMeaning, VR.LO, meaning);
    }
}
