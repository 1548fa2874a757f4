package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** A precinct: the code blocks whose passes share packets, one packet a layer. */
final class Precinct {
    private final TileComponent owner;
    private final Resolution home;
    private final int index;
    private final long gridX;
    private final long gridY;
    private int layersRead;
    private List<PrecinctBand> bands = List.of();

    Precinct(TileComponent owner, Resolution home, int index) {
        this.owner = owner;
        this.home = home;
        this.index = index;
        Resolution.PrecinctGrid grid = home.grid();
        int levels = owner.style().levels() - home.number();
        int column = index % grid.columns();
        int row = index / grid.columns();
        // B.12.1.3: a precinct cut by the edge of the tile stands where the tile begins.
        boolean isCutLeft = column == 0 && isInside(home.area().x0(), grid.widthLog2());
        boolean isCutAbove = row == 0 && isInside(home.area().y0(), grid.heightLog2());
        long x = (long) (grid.firstColumn() + column) << grid.widthLog2();
        long y = (long) (grid.firstRow() + row) << grid.heightLog2();
        this.gridX = isCutLeft ? owner.tile().x0() : (x << levels) * owner.dx();
        this.gridY = isCutAbove ? owner.tile().y0() : (y << levels) * owner.dy();
    }

    private static boolean isInside(int edge, int log2) {
        return (edge & ((1 << log2) - 1)) != 0;
    }

    int component() {
        return owner.index();
    }

    int resolution() {
        return home.number();
    }

    int index() {
        return index;
    }

    /** Where it stands in progressions by position, on the reference grid. */
    long gridX() {
        return gridX;
    }

    long gridY() {
        return gridY;
    }

    int layersRead() {
        return layersRead;
    }

    void countLayer() {
        layersRead++;
    }

    /** Its part of each sub-band; empty before the first packet that is not empty. */
    List<PrecinctBand> bands() {
        return bands;
    }

    /** Makes the code blocks, when a packet holds the first of them. */
    List<PrecinctBand> openBands(Budget budget) throws CodecException {
        if (bands.isEmpty()) {
            List<PrecinctBand> opened = new ArrayList<>();
            PrecinctBand.BlockShape shape = blockShape();
            for (Subband band : home.bands()) {
                opened.add(PrecinctBand.of(band, area(band), shape, budget));
            }
            bands = List.copyOf(opened);
        }
        return bands;
    }

    private PrecinctBand.BlockShape blockShape() {
        CodingStyle style = owner.style();
        int halving = home.number() == 0 ? 0 : 1;
        return new PrecinctBand.BlockShape(
                Math.min(style.blockWidthLog2(), home.grid().widthLog2() - halving),
                Math.min(style.blockHeightLog2(), home.grid().heightLog2() - halving),
                style.blockStyle());
    }

    /** The precinct in the coordinates of the band, which above the lowest resolution are halved. */
    private Rectangle area(Subband band) {
        Resolution.PrecinctGrid grid = home.grid();
        int halving = home.number() == 0 ? 0 : 1;
        int widthLog2 = grid.widthLog2() - halving;
        int heightLog2 = grid.heightLog2() - halving;
        long x = (long) (grid.firstColumn() + index % grid.columns()) << widthLog2;
        long y = (long) (grid.firstRow() + index / grid.columns()) << heightLog2;
        return new Rectangle((int) x, (int) y, (int) Math.min(Integer.MAX_VALUE, x + (1L << widthLog2)), (int)
                        Math.min(Integer.MAX_VALUE, y + (1L << heightLog2)))
                .intersect(band.area());
    }
}
