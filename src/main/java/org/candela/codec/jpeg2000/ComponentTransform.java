package org.candela.codec.jpeg2000;

/** The inverse component transforms of T.800 Annex G, in place on rows of the first three components. */
final class ComponentTransform {
    private ComponentTransform() {}

    /** RCT (G.2.2): red, green, blue instead of the three. */
    static void reversible(int[] first, int[] second, int[] third) {
        for (int x = 0; x < first.length; x++) {
            int green = first[x] - ((second[x] + third[x]) >> 2);
            int red = third[x] + green;
            int blue = second[x] + green;
            first[x] = red;
            second[x] = green;
            third[x] = blue;
        }
    }

    /** ICT (G.3.2). */
    static void irreversible(float[] first, float[] second, float[] third) {
        for (int x = 0; x < first.length; x++) {
            float luma = first[x];
            float blue = second[x];
            float red = third[x];
            first[x] = luma + 1.402f * red;
            second[x] = luma - 0.344136f * blue - 0.714136f * red;
            third[x] = luma + 1.772f * blue;
        }
    }
}
