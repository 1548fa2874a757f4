package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.candela.codec.stream.CodecException;
import org.jspecify.annotations.Nullable;

/**
 * Coding parameters as the marker segments of a header build them up: those of the main header, or those of a tile,
 * which begin as a copy. A segment for one component outweighs one for all of the same header, whichever comes first
 * (T.800 A.6).
 */
final class Parameters {
    private final int components;
    private @Nullable TileStyle style;
    private final @Nullable CodingStyle[] coding;
    private final @Nullable Quantization[] quantization;
    private final boolean[] hasOwnCoding;
    private final boolean[] hasOwnQuantization;
    private final int[] roiShift;
    private List<Progression> progressions = List.of();

    Parameters(int components) {
        this.components = components;
        this.coding = new CodingStyle[components];
        this.quantization = new Quantization[components];
        this.hasOwnCoding = new boolean[components];
        this.hasOwnQuantization = new boolean[components];
        this.roiShift = new int[components];
    }

    /** What a tile begins with. */
    Parameters forTile() {
        Parameters tile = new Parameters(components);
        tile.style = style;
        System.arraycopy(coding, 0, tile.coding, 0, components);
        System.arraycopy(quantization, 0, tile.quantization, 0, components);
        System.arraycopy(roiShift, 0, tile.roiShift, 0, components);
        tile.progressions = progressions;
        return tile;
    }

    /**
     * Takes COD, COC, QCD, QCC or RGN; other markers change nothing here.
     *
     * @throws CodecException also for one of Part 2: what it says of samples would be passed over
     */
    // [impl->req~codec.jpeg2000-part2~1]
    void take(int marker, ByteCursor segment) throws CodecException {
        if (Marker.isOfPart2(marker)) {
            throw new CodecException("JPEG 2000 Part 2 (T.801) is not supported: marker "
                    + Integer.toHexString(marker).toUpperCase(Locale.ROOT) + " in a header");
        }
        switch (marker) {
            case Marker.COD -> takeCod(segment);
            case Marker.COC -> takeCoc(segment);
            case Marker.QCD -> takeQcd(segment);
            case Marker.QCC -> takeQcc(segment);
            case Marker.RGN -> takeRgn(segment);
            default -> {}
        }
    }

    private void takeCod(ByteCursor segment) throws CodecException {
        int scod = segment.unsigned8();
        style = TileStyle.read(scod, segment);
        CodingStyle read = CodingStyle.read(segment, CodingStyle.PrecinctSizes.of(scod));
        for (int i = 0; i < components; i++) {
            if (!hasOwnCoding[i]) {
                coding[i] = read;
            }
        }
    }

    private void takeCoc(ByteCursor segment) throws CodecException {
        int component = component(segment);
        int scoc = segment.unsigned8();
        coding[component] = CodingStyle.read(segment, CodingStyle.PrecinctSizes.of(scoc));
        hasOwnCoding[component] = true;
    }

    private void takeQcd(ByteCursor segment) throws CodecException {
        Quantization read = Quantization.read(segment);
        for (int i = 0; i < components; i++) {
            if (!hasOwnQuantization[i]) {
                quantization[i] = read;
            }
        }
    }

    private void takeQcc(ByteCursor segment) throws CodecException {
        int component = component(segment);
        quantization[component] = Quantization.read(segment);
        hasOwnQuantization[component] = true;
    }

    private void takeRgn(ByteCursor segment) throws CodecException {
        int component = component(segment);
        int kind = segment.unsigned8();
        if (kind != 0) {
            throw new CodecException("region of interest of kind " + kind);
        }
        roiShift[component] = segment.unsigned8();
    }

    private int component(ByteCursor segment) throws CodecException {
        int component = segment.unsigned8(); // one byte up to 256 components
        if (component >= components) {
            throw new CodecException("parameters for component " + component + " of " + components);
        }
        return component;
    }

    /** POC segments of one header: the first one there replaces what the main header said, others add to it. */
    void replaceProgressions(List<Progression> read) {
        progressions = List.copyOf(read);
    }

    void addProgressions(List<Progression> read) {
        List<Progression> all = new ArrayList<>(progressions);
        all.addAll(read);
        progressions = List.copyOf(all);
    }

    /** Refuses a header that leaves something open. */
    void check() throws CodecException {
        if (style == null
                || Arrays.asList(coding).contains(null)
                || Arrays.asList(quantization).contains(null)) {
            throw new CodecException("no COD or no QCD in the header");
        }
    }

    TileStyle style() throws CodecException {
        return present(style);
    }

    CodingStyle coding(int component) throws CodecException {
        return present(coding[component]);
    }

    Quantization quantization(int component) throws CodecException {
        return present(quantization[component]);
    }

    int roiShift(int component) {
        return roiShift[component];
    }

    List<Progression> progressions() throws CodecException {
        return progressions.isEmpty() ? List.of(Progression.whole(style())) : progressions;
    }

    private static <T> T present(@Nullable T parameter) throws CodecException {
        if (parameter == null) {
            throw new CodecException("no COD or no QCD in the header");
        }
        return parameter;
    }
}
