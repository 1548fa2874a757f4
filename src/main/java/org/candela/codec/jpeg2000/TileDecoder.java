package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.Workers;

/** Decodes one tile into the raster: packets, code blocks, wavelets, component transform. */
final class TileDecoder {
    /** A sample of each resolution: 4 · (1 + ¼ + …) and a little. */
    private static final int SAMPLE_MEMORY = 6;

    private static final int ROWS_PER_GROUP = 32;

    private final ImageSize size;
    private final TileStream stream;
    private final Raster raster;
    private final int reduction;
    private final Budget budget;
    private final Rectangle tile;
    private final List<TileComponent> components = new ArrayList<>();
    private final TileStream.Packets packets;
    private final Queue<BlockWorker> idle = new ConcurrentLinkedQueue<>();

    TileDecoder(Codestream codestream, TileStream stream, Raster raster, int reduction, Budget budget)
            throws CodecException {
        this.size = codestream.size();
        this.stream = stream;
        this.raster = raster;
        this.reduction = reduction;
        this.budget = budget;
        this.tile = size.tile(stream.index());
        this.packets = stream.packets(codestream.bytes());
        for (int i = 0; i < size.components().size(); i++) {
            components.add(new TileComponent(i, tile, size.components().get(i), stream.parameters(), reduction));
        }
    }

    // [impl->req~codec.jpeg2000-complete~1]
    // [impl->req~codec.htj2k-progressive~1]
    void decode(Workers workers) throws CodecException {
        TilePackets read = readPackets();
        if (!read.isCompleteAt(reduction)) {
            throw new CodecException("tile " + stream.index() + " was cut within its packets");
        }
        List<Plane> planes = planes();
        decodeBlocks(read.precincts(), planes, workers);
        for (int i = 0; i < planes.size(); i++) {
            TileComponent component = components.get(i);
            for (int r = 1; r <= component.topResolution(); r++) {
                Rectangle area = component.area(r);
                if (!area.isEmpty()) {
                    planes.get(i).synthesise(r, area, workers);
                }
            }
        }
        write(planes, workers);
        for (TileComponent component : components) {
            Rectangle area = component.topArea();
            budget.returnMemory((long) area.width() * area.height(), SAMPLE_MEMORY);
        }
    }

    /** Reads all packet headers; the code blocks know their bytes from then on. */
    TilePackets readPackets() throws CodecException {
        return TilePackets.read(stream, packets, components, budget);
    }

    private List<Plane> planes() throws CodecException {
        List<Plane> planes = new ArrayList<>();
        for (TileComponent component : components) {
            Rectangle area = component.topArea();
            budget.takeMemory((long) area.width() * area.height(), SAMPLE_MEMORY);
            planes.add(
                    component.style().isReversible()
                            ? new ReversiblePlane(component.areas())
                            : new IrreversiblePlane(component.areas()));
        }
        return planes;
    }

    private void decodeBlocks(List<Precinct> precincts, List<Plane> planes, Workers workers) throws CodecException {
        List<Coded> coded = new ArrayList<>();
        for (Precinct precinct : precincts) {
            if (precinct.resolution() > components.get(precinct.component()).topResolution()) {
                continue;
            }
            for (PrecinctBand part : precinct.bands()) {
                for (CodeBlock block : part.blocks()) {
                    if (block.hasPasses()) {
                        coded.add(
                                new Coded(block, part.band(), planes.get(precinct.component()), precinct.component()));
                    }
                }
            }
        }
        Parts.forEach(workers, coded.size(), i -> decode(coded.get(i)));
    }

    private record Coded(CodeBlock block, Subband band, Plane plane, int component) {}

    private void decode(Coded coded) throws CodecException {
        BlockWorker taken = idle.poll();
        BlockWorker worker = taken == null ? new BlockWorker() : taken;
        worker.decode(coded, components.get(coded.component()).style().blockStyle());
        idle.add(worker);
    }

    /** Scratch memory of one thread. */
    private final class BlockWorker {
        private static final int BLOCK_SAMPLES = 4096;

        private final int[] coefficients = new int[BLOCK_SAMPLES];
        private byte[] bytes = new byte[BLOCK_SAMPLES];
        private int decoderStyle;
        private BlockDecoder decoder = new EbcotDecoder();

        void decode(Coded coded, int style) throws CodecException {
            CodeBlock block = coded.block();
            Subband band = coded.band();
            if (block.zeroBitPlanes() >= band.magnitudeBits()) {
                return; // no bit plane is left: all zero
            }
            int needed = block.byteCount() + 2 * block.segmentCount();
            if (bytes.length < needed) {
                bytes = new byte[needed];
            }
            CodedBlock gathered = new CodedBlock(
                    block.place().width(),
                    block.place().height(),
                    band.orientation(),
                    style,
                    band.magnitudeBits(),
                    block.zeroBitPlanes(),
                    bytes,
                    block.gather(packets.bytes(), bytes));
            if (gathered.bitPlanes() > 30) {
                throw new CodecException(gathered.bitPlanes() + " bit planes in a code block");
            }
            if (style != decoderStyle) {
                decoder = BlockDecoder.forStyle(style);
                decoderStyle = style;
            }
            decoder.decode(gathered, coefficients);
            coded.plane().put(block.place(), band, coefficients);
        }
    }

    private void write(List<Plane> planes, Workers workers) throws CodecException {
        Rectangle filled = raster.area(tile);
        boolean isTransformed = stream.parameters().style().isTransformed();
        if (isTransformed) {
            checkTransformable();
        }
        int groups = (filled.height() + ROWS_PER_GROUP - 1) / ROWS_PER_GROUP;
        if (isTransformed) {
            workers.forEach(groups, group -> transform(planes, group * ROWS_PER_GROUP, filled.height()));
        }
        for (int i = 0; i < planes.size(); i++) {
            int component = i;
            Rectangle own = components.get(i).topArea();
            if (own.isEmpty()) {
                continue; // a subsampled component without a sample in this tile
            }
            workers.forEach(groups, group -> {
                int[] scratch = new int[own.width()];
                int end = Math.min(filled.height(), (group + 1) * ROWS_PER_GROUP);
                for (int y = filled.y0() + group * ROWS_PER_GROUP; y < filled.y0() + end; y++) {
                    int[] row = planes.get(component).integers(raster.rowOf(component, own, y), scratch);
                    raster.write(component, filled, y, own, row);
                }
            });
        }
    }

    /** G.2, G.3: three components of one size and one kind of wavelet. */
    private void checkTransformable() throws CodecException {
        if (components.size() < 3) {
            throw new CodecException("a component transform over " + components.size() + " components");
        }
        TileComponent first = components.get(0);
        for (TileComponent other : components.subList(1, 3)) {
            boolean isAlike = other.dx() == first.dx()
                    && other.dy() == first.dy()
                    && other.style().isReversible() == first.style().isReversible();
            if (!isAlike) {
                throw new CodecException("a component transform over components that differ");
            }
        }
    }

    private static void transform(List<Plane> planes, int from, int rows) {
        for (int y = from; y < Math.min(rows, from + ROWS_PER_GROUP); y++) {
            if (planes.get(0) instanceof ReversiblePlane first
                    && planes.get(1) instanceof ReversiblePlane second
                    && planes.get(2) instanceof ReversiblePlane third) {
                ComponentTransform.reversible(first.row(y), second.row(y), third.row(y));
            } else if (planes.get(0) instanceof IrreversiblePlane first
                    && planes.get(1) instanceof IrreversiblePlane second
                    && planes.get(2) instanceof IrreversiblePlane third) {
                ComponentTransform.irreversible(first.row(y), second.row(y), third.row(y));
            }
        }
    }
}
