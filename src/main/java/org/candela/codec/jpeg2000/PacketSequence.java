package org.candela.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** Visits the packets of a tile in the order of its progressions (T.800 B.12). */
final class PacketSequence {
    private final List<Precinct> precincts;
    private final int layers;
    private final Visitor visitor;

    /** Over all precincts of a tile that has so many layers. */
    PacketSequence(List<Precinct> precincts, int layers, Visitor visitor) {
        this.precincts = precincts;
        this.layers = layers;
        this.visitor = visitor;
    }

    /** Takes the next packet of a precinct. */
    interface Visitor {
        /** False when there is nothing more to read. */
        boolean read(Precinct precinct) throws CodecException;
    }

    void visit(List<Progression> progressions) throws CodecException {
        for (Progression progression : progressions) {
            if (!visit(progression)) {
                return;
            }
        }
    }

    private boolean visit(Progression progression) throws CodecException {
        List<Precinct> chosen = precincts.stream()
                .filter(precinct -> progression.holds(precinct.component(), precinct.resolution()))
                .sorted(order(progression.order()))
                .toList();
        int end = Math.min(layers, progression.endLayer()); // one may name more layers than there are
        return switch (progression.order()) {
            case LRCP -> byLayer(chosen, end);
            case RLCP -> byResolution(chosen, end);
            case RPCL, PCRL, CPRL -> byPrecinct(chosen, end);
        };
    }

    private static Comparator<Precinct> order(Progression.Order order) {
        Comparator<Precinct> byComponent = Comparator.comparingInt(Precinct::component);
        Comparator<Precinct> byResolution = Comparator.comparingInt(Precinct::resolution);
        Comparator<Precinct> byPosition =
                Comparator.comparingLong(Precinct::gridY).thenComparingLong(Precinct::gridX);
        Comparator<Precinct> first =
                switch (order) {
                    case LRCP, RLCP -> byResolution.thenComparing(byComponent);
                    case RPCL -> byResolution.thenComparing(byPosition).thenComparing(byComponent);
                    case PCRL -> byPosition.thenComparing(byComponent).thenComparing(byResolution);
                    case CPRL -> byComponent.thenComparing(byPosition).thenComparing(byResolution);
                };
        return first.thenComparingInt(Precinct::index);
    }

    private boolean byLayer(List<Precinct> chosen, int endLayer) throws CodecException {
        for (int layer = 0; layer < endLayer && !chosen.isEmpty(); layer++) {
            for (Precinct precinct : chosen) {
                if (precinct.layersRead() <= layer && !visitor.read(precinct)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean byResolution(List<Precinct> chosen, int endLayer) throws CodecException {
        int from = 0;
        while (from < chosen.size()) {
            int resolution = chosen.get(from).resolution();
            int end = from;
            while (end < chosen.size() && chosen.get(end).resolution() == resolution) {
                end++;
            }
            if (!byLayer(chosen.subList(from, end), endLayer)) {
                return false;
            }
            from = end;
        }
        return true;
    }

    private boolean byPrecinct(List<Precinct> chosen, int endLayer) throws CodecException {
        for (Precinct precinct : chosen) {
            while (precinct.layersRead() < endLayer) {
                if (!visitor.read(precinct)) {
                    return false;
                }
            }
        }
        return true;
    }
}
