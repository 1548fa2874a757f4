package org.candela.viewer.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.candela.image.VoiWindow;
import org.candela.viewer.window.TypedWindow.Form;
import org.candela.viewer.window.TypedWindow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~viewer.window-typed~1]
class TypedWindowTest {
    private static final TypedWindow CENTER_WIDTH = new TypedWindow(Form.CENTER_WIDTH);
    private static final TypedWindow EDGES = new TypedWindow(Form.EDGES);

    @ParameterizedTest
    @ValueSource(strings = {"40 400", "40/400", " 40 ; 400 ", "40,0 400", "4e1 4e2"})
    void centreAndWidthAreTwoNumbersHoweverTheyAreSetApart(String text) {
        assertEquals(
                Optional.of(VoiWindow.linear(40, 400)), CENTER_WIDTH.read(text).window());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-160 240", "-160..240", "\u2212160 .. 240"})
    void edgesMakeTheWindowBetweenThem(String text) {
        assertEquals(Optional.of(VoiWindow.linear(40, 400)), EDGES.read(text).window());
    }

    /** PS3.3 C.11.2.1.2.1: of whole numbers the lower edge is the last black one, the upper the first white one. */
    @Test
    void typedEdgesAreWhereBlackEndsAndWhiteBegins() {
        VoiWindow window = EDGES.read("-160 240").window().orElseThrow();

        assertEquals(0, window.apply(-160));
        assertTrue(window.apply(-159) > 0);
        assertTrue(window.apply(239) <= 1);
        assertEquals(1, window.apply(240));
    }

    @Test
    void aWindowNarrowerThanOneIsExactSinceTheHalfOfLinearWouldMoveIt() {
        assertEquals(
                Optional.of(new VoiWindow(0.05, 0.1, VoiWindow.Function.LINEAR_EXACT)),
                CENTER_WIDTH.read("0.05 0.1").window());
    }

    @ParameterizedTest
    @CsvSource({
        "40, NUMBERS",
        "40 400 1, NUMBERS",
        "forty 400, NUMBERS",
        "'', NUMBERS",
        "NaN 4, NUMBERS",
        "40 0, WIDTH",
        "40 -400, WIDTH",
        "1e12 400, LARGE"
    })
    void whatIsNoCentreAndWidthIsRefusedByItsReason(String text, Refusal reason) {
        assertEquals(Optional.of(reason), CENTER_WIDTH.read(text).refusal());
    }

    @Test
    void aLowerEdgeThatIsNotBelowTheUpperOneIsRefused() {
        assertEquals(Optional.of(Refusal.EDGES), EDGES.read("240 -160").refusal());
        assertEquals(Optional.of(Refusal.EDGES), EDGES.read("5 5").refusal());
    }

    @ParameterizedTest
    @CsvSource({"40, 400", "-600.5, 1500", "0.25, 0.5"})
    void whatIsWrittenIsReadBackEqual(double center, double width) {
        VoiWindow window = WindowEdges.of(center, width);

        for (TypedWindow form : new TypedWindow[] {CENTER_WIDTH, EDGES}) {
            assertEquals(Optional.of(window), form.read(form.write(window)).window());
        }
    }
}
