package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * What COD says for all components of a tile: the SGcod parameters and Scod (T.800 Tables A.13, A.14).
 *
 * @param layers 1 to 65535
 * @param isTransformed whether the first three components went through RCT or ICT
 * @param hasStarts SOP marker segments may stand before packets
 * @param hasEnds EPH markers stand behind packet headers
 */
record TileStyle(Progression.Order order, int layers, boolean isTransformed, boolean hasStarts, boolean hasEnds) {

    static TileStyle read(int scod, ByteCursor segment) throws CodecException {
        Progression.Order order = Progression.Order.of(segment.unsigned8());
        int layers = segment.unsigned16();
        int transform = segment.unsigned8();
        if (transform > 1) {
            throw new CodecException(
                    "JPEG 2000 Part 2 (T.801) is not supported: component transform " + transform + " in COD");
        }
        if (layers == 0) {
            throw new CodecException("an image of no layers");
        }
        return new TileStyle(order, layers, transform == 1, (scod & 2) != 0, (scod & 4) != 0);
    }
}
