package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Coding options for the programs of others, drawn at random.
 *
 * @param words of the command line
 * @param isReversible coded with the 5/3 wavelet
 * @param isLossless and nothing left out
 */
record PeerOptions(List<String> words, boolean isReversible, boolean isLossless) {
    private static final String[] ORDERS = {"LRCP", "RLCP", "RPCL", "PCRL", "CPRL"};
    private static final String[] STEPS = {"0.5", "0.1", "0.02", "0.0039", "0.0005", "0.00002"};
    private static final int BYPASS = 1;

    @Override
    public String toString() {
        return String.join(" ", words);
    }

    /** Whether tiles or resolutions may be one sample wide: their only sample is halved, and halves are rounded freely. */
    boolean hasSlivers() {
        return words.contains("-d") || words.contains("-image_offset") || words.contains("-t");
    }

    /** One to four components, in pairs with some subsampled. */
    static Scene scene(Random random) {
        Scene.Format format = format(random);
        int components = random.nextInt(3) == 0 ? 3 : 1 + random.nextInt(4);
        if (components % 2 == 0) {
            int[] dx = random.ints(components, 1, 3).toArray();
            int[] dy = random.ints(components, 1, 3).toArray();
            dx[0] = 1;
            dy[0] = 1;
            return Scene.of(format, dx, dy, random);
        }
        return Scene.of(format, components, random);
    }

    /** What ojph_compress takes: one component, or three of which two may be subsampled. */
    static Scene sceneOfOneOrThree(Random random) {
        Scene.Format format = format(random);
        if (random.nextInt(5) == 0) {
            int[] dx = {1, 2, 2};
            return Scene.of(format, dx, random.nextBoolean() ? dx : new int[] {1, 1, 1}, random);
        }
        return Scene.of(format, random.nextBoolean() ? 1 : 3, random);
    }

    private static Scene.Format format(Random random) {
        int columns = 1 + random.nextInt(random.nextInt(4) == 0 ? 9 : 150);
        int rows = 1 + random.nextInt(random.nextInt(4) == 0 ? 9 : 120);
        int bits = 1 + random.nextInt(16);
        return new Scene.Format(columns, rows, bits, bits > 1 && random.nextInt(3) == 0);
    }

    /** Everything that opj_compress can do, but for regions with bypass, which it codes wrongly. */
    static PeerOptions openJpeg(Scene scene, Random random) {
        boolean isReversible = random.nextInt(3) > 0;
        Words words = new Words(random);
        words.add("-n", 1 + random.nextInt(7));
        words.add("-b", words.powers(2, 6, ","));
        words.add("-p", ORDERS[random.nextInt(5)]);
        int modes = random.nextInt(3) == 0 ? random.nextInt(64) : 0;
        words.add("-M", modes);
        for (String flag : List.of("-SOP", "-EPH", "-PLT", "-TLM")) {
            words.sometimes(flag, 3);
        }
        if (!isReversible) {
            words.list.add("-I");
        }
        words.add("-mct", scene.components() >= 3 && scene.isPlain() ? random.nextInt(2) : 0);
        if (random.nextInt(3) == 0) {
            String size = "[" + words.powers(5, 8, ",") + "]";
            words.add("-c", random.nextBoolean() ? size : size + "," + size);
        }
        words.place(scene, new String[] {"-d", "-t", "-T"}, "%d,%d");
        if (random.nextInt(4) == 0) {
            words.add("-TP", "RLC".charAt(random.nextInt(3)));
        }
        boolean isLayered = random.nextInt(4) == 0;
        if (isLayered) {
            words.add("-r", random.nextBoolean() ? "20,8,1" : "30,12,4");
        }
        if (scene.bits() <= 8 && (modes & BYPASS) == 0 && random.nextInt(6) == 0) {
            words.add("-ROI", "c=0,U=" + (1 + random.nextInt(8)));
        }
        return new PeerOptions(words.list, isReversible, isReversible && !isLayered);
    }

    /** Everything that ojph_compress can do. */
    static PeerOptions openJph(Scene scene, Random random) {
        boolean isReversible = random.nextInt(3) > 0 || !scene.isPlain();
        Words words = new Words(random);
        words.add("-num_decomps", random.nextInt(7));
        int wide = 2 + random.nextInt(9);
        int high = 2 + random.nextInt(11 - wide);
        words.add("-block_size", "{" + (1 << wide) + "," + (1 << high) + "}");
        words.add("-prog_order", ORDERS[random.nextInt(5)]);
        words.add("-reversible", isReversible);
        if (!isReversible) {
            words.add("-qstep", STEPS[random.nextInt(STEPS.length)]);
        }
        if (scene.components() == 3 && scene.isPlain()) {
            words.add("-colour_trans", random.nextBoolean());
        }
        if (random.nextInt(3) == 0) {
            words.add("-precincts", "{" + words.powers(5, 8, ",") + "}");
        }
        words.place(scene, new String[] {"-image_offset", "-tile_size", "-tile_offset"}, "{%d,%d}");
        return new PeerOptions(words.list, isReversible, isReversible);
    }

    /** A command line as it grows. */
    private static final class Words {
        private final List<String> list = new ArrayList<>();
        private final Random random;

        Words(Random random) {
            this.random = random;
        }

        void add(String name, Object value) {
            list.add(name);
            list.add(String.valueOf(value));
        }

        void sometimes(String flag, int once) {
            if (random.nextInt(once) == 0) {
                list.add(flag);
            }
        }

        String powers(int least, int most, String between) {
            return (1 << (least + random.nextInt(most - least + 1)))
                    + between
                    + (1 << (least + random.nextInt(most - least + 1)));
        }

        /** An offset of the image, tiles, or both; the first tile holds a part of the image. */
        void place(Scene scene, String[] names, String pair) {
            int x = scene.isPlain() && random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            int y = x > 0 ? random.nextInt(40) : 0;
            if (x > 0) {
                add(names[0], pair.formatted(x, y));
            }
            if (random.nextInt(3) == 0) {
                add(names[1], pair.formatted(41 + random.nextInt(60), 41 + random.nextInt(60)));
                add(names[2], pair.formatted(Math.min(x, random.nextInt(17)), Math.min(y, random.nextInt(17))));
            }
        }
    }
}
