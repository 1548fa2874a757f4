package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * A progression volume: which packets follow each other in which order (T.800 B.12, POC of A.6.6).
 *
 * @param firstResolution RSpoc
 * @param endResolution REpoc, exclusive
 * @param firstComponent CSpoc
 * @param endComponent CEpoc, exclusive
 * @param endLayer LYEpoc, exclusive
 */
record Progression(
        Order order, int firstResolution, int endResolution, int firstComponent, int endComponent, int endLayer) {
    private static final int MAX_RESOLUTIONS = 33;

    /** Table A.16: L layer, R resolution, C component, P position. */
    enum Order {
        LRCP,
        RLCP,
        RPCL,
        PCRL,
        CPRL;

        static Order of(int code) throws CodecException {
            if (code >= values().length) {
                throw new CodecException("progression order " + code);
            }
            return values()[code];
        }
    }

    /** Everything, as COD orders it. */
    static Progression whole(TileStyle style) {
        return new Progression(style.order(), 0, MAX_RESOLUTIONS, 0, Integer.MAX_VALUE, style.layers());
    }

    /** One entry of a POC segment; component numbers take two bytes where there are more than 256 of them. */
    static Progression read(ByteCursor segment) throws CodecException {
        int firstResolution = segment.unsigned8();
        int firstComponent = segment.unsigned8();
        int endLayer = segment.unsigned16();
        int endResolution = segment.unsigned8();
        int endComponent = segment.unsigned8();
        Order order = Order.of(segment.unsigned8());
        return new Progression(
                order,
                firstResolution,
                endResolution,
                firstComponent,
                endComponent == 0 ? Integer.MAX_VALUE : endComponent,
                endLayer);
    }

    boolean holds(int component, int resolution) {
        return component >= firstComponent
                && component < endComponent
                && resolution >= firstResolution
                && resolution < endResolution;
    }
}
