package org.candela.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class BalancedColumnsTest {
    @Test
    void childrenStayInOrderAndColumnsAreAboutEquallyHigh() {
        BalancedColumns columns = with(320, 60, 20, 20, 40, 30);

        assertEquals(List.of("0,0", "110,0", "110,30", "220,0", "220,50"), places(columns));
    }

    @Test
    void oneColumnHoldsAllWhereThereIsRoomForNoMore() {
        BalancedColumns columns = with(150, 60, 20, 20);

        assertEquals(List.of("0,0", "0,70", "0,100"), places(columns));
    }

    @Test
    void aChildHigherThanAllOthersTakesAColumnOfItsOwn() {
        BalancedColumns columns = with(210, 10, 500, 10);

        assertEquals(List.of("0,0", "0,20", "110,0"), places(columns));
    }

    @Test
    void nothingIsLaidOutWhereThereIsNothing() {
        assertEquals(List.of(), places(with(100)));
    }

    private static BalancedColumns with(double width, double... heights) {
        BalancedColumns columns = new BalancedColumns(100, 10);
        Arrays.stream(heights).forEach(height -> {
            Region child = new Region();
            child.setPrefHeight(height);
            columns.getChildren().add(child);
        });
        columns.resize(width, 1000);
        columns.layout();
        return columns;
    }

    private static List<String> places(BalancedColumns columns) {
        return columns.getChildren().stream()
                .map(child -> (int) child.getLayoutX() + "," + (int) child.getLayoutY())
                .toList();
    }
}
