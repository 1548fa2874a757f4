package org.candela.viewer.layout;

import org.candela.viewer.picture.Appearance;
import org.candela.viewer.stack.ImageStack;

/**
 * What hangs at one place and how it looks.
 *
 * @param frameIndex position in the stack, from 0
 * @param tiles how consecutive images are arranged in the place; {@link Grid#SINGLE} for one
 */
public record Hung(ImageStack stack, int frameIndex, Appearance appearance, Grid tiles) {
    /** One image. */
    public Hung(ImageStack stack, int frameIndex, Appearance appearance) {
        this(stack, frameIndex, appearance, Grid.SINGLE);
    }

    /** A stack as it hangs when nobody has touched it. */
    public static Hung fresh(ImageStack stack) {
        return new Hung(stack, 0, Appearance.INITIAL);
    }

    /** Whether the other is the same but for the place in the stack, which is no change that anyone wants undone. */
    boolean looksLike(Hung other) {
        return stack.equals(other.stack) && appearance.equals(other.appearance) && tiles.equals(other.tiles);
    }
}
