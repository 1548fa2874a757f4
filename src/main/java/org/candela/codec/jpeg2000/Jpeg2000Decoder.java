package org.candela.codec.jpeg2000;

import java.util.List;
import java.util.OptionalInt;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.Workers;

/** Decodes a JPEG 2000 codestream (T.800), bare or in a JP2 file. Stateless; safe from any thread. */
public final class Jpeg2000Decoder {
    /** From so many tiles on, workers take tiles rather than parts of one. */
    private static final int TILES_TO_SHARE = 4;

    private Jpeg2000Decoder() {}

    /**
     * How to decode.
     *
     * @param reduction resolutions to leave out, each of which halves width and height; a codestream that has fewer, or
     *     fewer that hold a sample, gives its lowest
     * @param workers who decodes code blocks and wavelet rows
     */
    public record Options(int reduction, Workers workers) {
        /** Full resolution on the calling thread. */
        public static final Options FULL = new Options(0, Workers.ALONE);

        public Options {
            if (reduction < 0) {
                throw new IllegalArgumentException("a negative reduction: " + reduction);
            }
        }
    }

    /**
     * What the headers of a codestream say.
     *
     * @param rows height of the image at full resolution
     * @param columns its width
     * @param bits precision of the samples, the largest of all components
     * @param isSigned whether samples are signed
     * @param isReversible whether the 5/3 wavelet was used, without which nothing is lossless
     * @param isTransformed whether the components are RGB by way of RCT or ICT
     */
    public record Description(
            int rows,
            int columns,
            int components,
            int bits,
            boolean isSigned,
            boolean isReversible,
            boolean isTransformed) {}

    /** Reads the headers only. */
    public static Description describe(byte[] bytes) throws CodecException {
        return describe(parser(bytes).parse());
    }

    private static Description describe(Codestream codestream) throws CodecException {
        List<ImageSize.ComponentSize> components = codestream.size().components();
        boolean isSigned = components.get(0).isSigned();
        if (components.stream().anyMatch(component -> component.isSigned() != isSigned)) {
            throw new CodecException("signed and unsigned components in one image");
        }
        Rectangle area = codestream.size().full();
        Parameters first = codestream.tiles().get(0).parameters();
        return new Description(
                area.height(),
                area.width(),
                components.size(),
                components.stream()
                        .mapToInt(ImageSize.ComponentSize::bits)
                        .max()
                        .orElse(1),
                isSigned,
                first.coding(0).isReversible(),
                first.style().isTransformed());
    }

    private static CodestreamParser parser(byte[] bytes) throws CodecException {
        Jp2Boxes.Span span = Jp2Boxes.codestream(bytes);
        return new CodestreamParser(bytes, span.from(), span.end());
    }

    // [impl->req~codec.jpeg2000~1]
    // [impl->req~codec.jpeg2000-reduced~1]
    /**
     * Decodes.
     *
     * @throws CodecException when the bytes are no such codestream, lack a tile, or claim more than they can hold
     */
    public static CodedImage decode(byte[] bytes, Options options) throws CodecException {
        Codestream codestream = parser(bytes).parse();
        Description described = describe(codestream);
        ImageSize size = codestream.size();
        if (codestream.tiles().size() < size.tileCount()) {
            throw new CodecException(
                    codestream.tiles().size() + " of " + size.tileCount() + " tiles are in the codestream");
        }
        int reduction = Math.min(options.reduction(), most(codestream));
        Budget budget = new Budget(bytes.length);
        Raster raster = new Raster(size, reduction, budget);
        decode(codestream, raster, new Options(reduction, options.workers()), budget);
        return new CodedImage(
                raster.rows(),
                raster.columns(),
                described.components(),
                described.bits(),
                described.isSigned(),
                raster.samples());
    }

    // [impl->req~codec.htj2k-progressive~1]
    /**
     * Least reduction at which the first bytes of a codestream, as they are there while the rest is on its way, give the
     * samples that the whole gives at that reduction: 0 when nothing is missing. Reads packet headers, no code blocks.
     *
     * @return empty while they give no image at all, and when they are no codestream
     */
    public static OptionalInt reductionOf(byte[] prefix) {
        try {
            Codestream codestream = parser(prefix).parse();
            if (codestream.tiles().size() < codestream.size().tileCount()) {
                return OptionalInt.empty();
            }
            return reductionOf(codestream, new Budget(prefix.length));
        } catch (CodecException e) {
            return OptionalInt.empty(); // of headers cut in two nothing can be said but that more must come
        }
    }

    private static OptionalInt reductionOf(Codestream codestream, Budget budget) throws CodecException {
        int least = 0;
        int most = most(codestream);
        Raster none = new Raster(codestream.size(), most, budget);
        for (TileStream tile : codestream.tiles()) {
            TilePackets packets = new TileDecoder(codestream, tile, none, most, budget).readPackets();
            while (least <= most && !packets.isCompleteAt(least)) {
                least++;
            }
        }
        return least <= most ? OptionalInt.of(least) : OptionalInt.empty();
    }

    /** Most reductions: as many as all components have levels, and as leave a sample. */
    private static int most(Codestream codestream) throws CodecException {
        int levels = Integer.MAX_VALUE;
        for (TileStream tile : codestream.tiles()) {
            for (int i = 0; i < codestream.size().components().size(); i++) {
                levels = Math.min(levels, tile.parameters().coding(i).levels());
            }
        }
        while (levels > 0 && codestream.size().full().reducedBy(levels).isEmpty()) {
            levels--;
        }
        return levels;
    }

    private static void decode(Codestream codestream, Raster raster, Options options, Budget budget)
            throws CodecException {
        List<TileStream> tiles = codestream.tiles();
        boolean isShared = tiles.size() >= TILES_TO_SHARE;
        Workers inner = isShared ? Workers.ALONE : options.workers();
        Parts.forEach(isShared ? options.workers() : Workers.ALONE, tiles.size(), i -> new TileDecoder(
                        codestream, tiles.get(i), raster, options.reduction(), budget)
                .decode(inner));
    }
}
