package org.candela.demo;

import java.util.SplittableRandom;
import org.candela.image.Vector3;

/**
 * A chest of ellipsoids, in HU for sections. Origin between the lungs; +x left, +y posterior, +z head, mm.
 *
 * <p>Values: air −1000, lung −850, fat −100, water 0, muscle 50, blood 45, bone 700 (marrow 300), cortex 1000.
 */
final class Chest {
    static final double AIR = -1000;
    static final double FAT = -100;
    static final double WATER = 0;
    static final double MUSCLE = 50;
    static final double BONE = 700;
    static final double CORTEX = 1000;
    private static final double LUNG = -850;
    private static final double BLOOD = 45;
    private static final double MARROW = 300;
    private static final int RIBS = 11;
    private static final int VESSELS = 260;

    /** Where the nodule sits: right upper lobe. */
    static final Vector3 NODULE = new Vector3(-72, 18, 62);

    private Chest() {}

    /** @param noduleRadiusMm half the diameter of the solid nodule; it has grown since the prior */
    static Scene inHounsfield(long anatomySeed, double noduleRadiusMm) {
        Scene scene = new Scene();
        scene.add(new Vector3(0, 0, 0), new Vector3(178, 122, 400), FAT);
        scene.add(new Vector3(0, 0, 0), new Vector3(164, 108, 400), MUSCLE);
        addLungs(scene, anatomySeed);
        addMediastinum(scene);
        addSkeleton(scene);
        scene.ball(NODULE, noduleRadiusMm, 40);
        scene.ball(new Vector3(64, -22, 20), 9, -620);
        scene.ball(new Vector3(58, 42, -52), 2.5, 220);
        return scene;
    }

    private static void addLungs(Scene scene, long anatomySeed) {
        scene.add(new Vector3(-78, 4, 10), new Vector3(62, 84, 132), LUNG);
        scene.add(new Vector3(80, 6, 10), new Vector3(58, 82, 130), LUNG);
        SplittableRandom random = new SplittableRandom(anatomySeed);
        for (int i = 0; i < VESSELS; i++) {
            double side = i % 2 == 0 ? -1 : 1;
            double outward = Math.sqrt(random.nextDouble());
            double angle = random.nextDouble() * 2 * Math.PI;
            Vector3 center = new Vector3(
                    side * 79 + outward * 46 * Math.cos(angle),
                    5 + outward * 66 * Math.sin(angle),
                    10 + (random.nextDouble() * 2 - 1) * 92);
            double radius = 0.9 + 2.1 * (1 - outward) + random.nextDouble() * 0.6;
            scene.add(center, new Vector3(radius * 1.2, radius, radius * (3 + 7 * random.nextDouble())), 20);
        }
    }

    private static void addMediastinum(Scene scene) {
        scene.add(new Vector3(0, 8, 30), new Vector3(30, 62, 150), MUSCLE);
        scene.add(new Vector3(18, -28, -30), new Vector3(62, 48, 56), BLOOD);
        scene.add(new Vector3(24, -30, -34), new Vector3(26, 22, 34), 38);
        scene.add(new Vector3(20, 34, -20), new Vector3(12, 12, 150), BLOOD);
        scene.add(new Vector3(4, -16, 66), new Vector3(16, 16, 40), BLOOD);
        scene.add(new Vector3(0, 2, 90), new Vector3(9, 9, 62), AIR);
        scene.add(new Vector3(-22, 6, 22), new Vector3(18, 7, 7), AIR);
        scene.add(new Vector3(22, 6, 20), new Vector3(18, 6, 6), AIR);
        scene.add(new Vector3(-58, -12, -140), new Vector3(92, 82, 62), 60);
        scene.add(new Vector3(70, 8, -148), new Vector3(70, 66, 44), 48);
        scene.add(new Vector3(58, -30, -132), new Vector3(36, 30, 24), -900);
    }

    private static void addSkeleton(Scene scene) {
        for (int level = -7; level <= 7; level++) {
            double z = level * 23;
            scene.add(new Vector3(0, 66, z), new Vector3(19, 16, 9.8), CORTEX);
            scene.add(new Vector3(0, 66, z), new Vector3(16.5, 13.5, 8), MARROW);
            scene.add(new Vector3(0, 88, z), new Vector3(9, 9, 9), MUSCLE);
            scene.add(new Vector3(0, 100, z), new Vector3(4, 12, 7), BONE);
            scene.add(new Vector3(0, 84, z), new Vector3(8, 7, 12), 10);
        }
        scene.add(new Vector3(0, -98, 40), new Vector3(17, 6, 92), BONE);
        scene.add(new Vector3(0, -98, 40), new Vector3(14, 3.6, 88), MARROW);
        for (int rib = 0; rib < RIBS; rib++) {
            addRib(scene, 122 - rib * 24.0);
        }
    }

    /** A rib falls from the spine to the front: many small balls on a slanting ellipse, cortex around marrow. */
    private static void addRib(Scene scene, double zAtSpine) {
        for (double angle = 10; angle <= 160; angle += 2.5) {
            double radians = Math.toRadians(angle);
            double x = 148 * Math.sin(radians);
            double y = 94 * Math.cos(radians);
            double z = zAtSpine - 62 * (1 - Math.cos(radians)) / 2;
            for (double side : new double[] {-1, 1}) {
                scene.add(new Vector3(side * x, y, z), new Vector3(4.6, 4.6, 6.5), BONE);
                scene.add(new Vector3(side * x, y, z), new Vector3(2.6, 2.6, 4.2), MARROW);
            }
        }
    }
}
