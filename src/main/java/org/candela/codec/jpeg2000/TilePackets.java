package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** The packets of one tile, their headers read: what each code block has, and whether packets are missing. */
final class TilePackets {
    private static final int PRECINCT_MEMORY = 64;

    private final TileStream stream;
    private final List<TileComponent> components;
    private final List<Precinct> precincts;
    private final PacketReader reader;
    private final int layers;

    private TilePackets(
            TileStream stream, List<TileComponent> components, List<Precinct> precincts, PacketReader reader)
            throws CodecException {
        this.stream = stream;
        this.components = components;
        this.precincts = precincts;
        this.reader = reader;
        this.layers = stream.parameters().style().layers();
    }

    static TilePackets read(
            TileStream stream, TileStream.Packets packets, List<TileComponent> components, Budget budget)
            throws CodecException {
        List<Precinct> precincts = precincts(components, budget);
        PacketReader reader = new PacketReader(stream, packets, budget);
        TilePackets read = new TilePackets(stream, components, precincts, reader);
        new PacketSequence(precincts, read.layers, reader::read)
                .visit(stream.parameters().progressions());
        return read;
    }

    private static List<Precinct> precincts(List<TileComponent> components, Budget budget) throws CodecException {
        List<Precinct> precincts = new ArrayList<>();
        for (TileComponent component : components) {
            for (Resolution resolution : component.resolutions()) {
                long count = resolution.grid().count();
                budget.takeMemory(count, PRECINCT_MEMORY);
                for (int index = 0; index < count; index++) {
                    precincts.add(new Precinct(component, resolution, index));
                }
            }
        }
        return precincts;
    }

    /** Those of all resolutions of all components. */
    List<Precinct> precincts() {
        return precincts;
    }

    /** At reduced resolution the packets of higher ones may be missing: a prefix is enough where they come last. */
    boolean isCompleteAt(int reduction) {
        boolean isCut = reader.isTruncated()
                && components.stream()
                        .anyMatch(component -> reader.cutResolution() <= component.topResolution(reduction));
        boolean needsAll = stream.needsAllPackets() || reader.isTruncated();
        return !isCut && !(needsAll && isShortAt(reduction));
    }

    private boolean isShortAt(int reduction) {
        return precincts.stream()
                .anyMatch(precinct -> precinct.layersRead() < layers
                        && precinct.resolution()
                                <= components.get(precinct.component()).topResolution(reduction));
    }
}
