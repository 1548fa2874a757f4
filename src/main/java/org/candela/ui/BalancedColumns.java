package org.candela.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays its children out from top to bottom in as many columns of one width as there is room for, each about as high as the
 * others; no child is divided and none overtakes another. FX thread.
 */
public final class BalancedColumns extends Pane {
    private final double gap;
    private double columnWidth;

    /** @param gap between columns and between children, px */
    public BalancedColumns(double columnWidth, double gap) {
        this.columnWidth = columnWidth;
        this.gap = gap;
    }

    /** Gives columns another width, px. */
    public void setColumnWidth(double width) {
        columnWidth = width;
        requestLayout();
    }

    /** How high all children come to be in columns within {@code width}, px. */
    public double heightWithin(double width) {
        Insets insets = getInsets();
        return insets.getTop() + insets.getBottom() + lowest(heights(), most(width));
    }

    private double[] heights() {
        return getManagedChildren().stream()
                .mapToDouble(child -> child.prefHeight(columnWidth))
                .toArray();
    }

    private int most(double width) {
        double room = width - getInsets().getLeft() - getInsets().getRight();
        return Math.max(1, (int) ((room + gap) / (columnWidth + gap)));
    }

    @Override
    protected void layoutChildren() {
        List<Node> children = getManagedChildren();
        double[] heights = heights();
        Insets insets = getInsets();
        double height = lowest(heights, most(getWidth()));
        double x = insets.getLeft();
        double y = 0;
        for (int i = 0; i < heights.length; i++) {
            if (y > 0 && y + heights[i] > height) {
                x += columnWidth + gap;
                y = 0;
            }
            children.get(i).resizeRelocate(x, insets.getTop() + y, columnWidth, heights[i]);
            y += heights[i] + gap;
        }
    }

    /** The lowest height at which {@code most} columns hold all: that of some run of children. */
    private double lowest(double[] heights, int most) {
        List<Double> runs = new ArrayList<>();
        for (int first = 0; first < heights.length; first++) {
            double run = -gap;
            for (int last = first; last < heights.length; last++) {
                run += gap + heights[last];
                runs.add(run);
            }
        }
        return runs.stream()
                .filter(height -> columns(heights, height) <= most)
                .min(Double::compare)
                .orElse(0.0);
    }

    private int columns(double[] heights, double limit) {
        int columns = 1;
        double y = 0;
        for (double height : heights) {
            if (height > limit) {
                return Integer.MAX_VALUE;
            }
            if (y > 0 && y + height > limit) {
                columns++;
                y = 0;
            }
            y += height + gap;
        }
        return columns;
    }
}
