package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.candela.displayqa.ledger.RunFindings.Step;
import org.junit.jupiter.api.Test;

// [utest->req~displayqa.response-chart~1]
class ChartScaleTest {
    @Test
    void theEndsOfTheScaleAreTheEdgesOfThePlot() {
        ChartScale scale = new ChartScale(510, 200, 0.02);

        assertEquals(0, scale.x(0));
        assertEquals(510, scale.x(255));
        assertEquals(200, scale.y(0));
        assertEquals(0, scale.y(0.02));
        assertEquals(100, scale.y(0.01), 1e-9);
    }

    @Test
    void theTopIsARoundNumberAboveTheBandAndTheMeasurement() {
        assertEquals(0.025, ChartScale.top(List.of(new Step(7.5, 0.019, 0.02))), 1e-12);
        assertEquals(0.035, ChartScale.top(List.of(new Step(7.5, 0.031, 0.02))), 1e-12);
    }

    @Test
    void aPlotOfNothingStillHasAScale() {
        assertEquals(0.005, ChartScale.top(List.of()), 1e-12);
    }
}
