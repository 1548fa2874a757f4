package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~image.orientation-marks~1]
class OrientationMarksTest {
    private static final OrientationMarks AXIAL = new OrientationMarks("R", "L", "A", "P");

    @ParameterizedTest
    @CsvSource({
        "1,0,0, 0,1,0, R,L,A,P",
        "0,1,0, 0,0,-1, A,P,H,F",
        "1,0,0, 0,0,-1, R,L,H,F",
        "-1,0,0, 0,1,0, L,R,A,P",
        "1,0,0, 0,0.9511,-0.3090, R,L,AH,PF"
    })
    void lettersFollowTheDirectionCosines(
            double rx,
            double ry,
            double rz,
            double cx,
            double cy,
            double cz,
            String left,
            String right,
            String top,
            String bottom) {
        SlicePlane plane = new SlicePlane(
                new Vector3(0, 0, 0), new Vector3(rx, ry, rz), new Vector3(cx, cy, cz), new PixelSpacing(1, 1));

        assertEquals(new OrientationMarks(left, right, top, bottom), OrientationMarks.of(plane));
    }

    @Test
    void lettersFollowAMirroredPicture() {
        assertEquals(new OrientationMarks("L", "R", "A", "P"), AXIAL.mirrored());
    }

    @Test
    void lettersFollowAQuarterTurn() {
        assertEquals(new OrientationMarks("P", "A", "R", "L"), AXIAL.turnedClockwise());
    }

    @Test
    void patientOrientationOfAMammogramIsUsedAsWritten() {
        assertEquals(new OrientationMarks("P", "A", "L", "R"), OrientationMarks.of(List.of("A", "R")));
        assertEquals(new OrientationMarks("P", "A", "HL", "FR"), OrientationMarks.of(List.of("A", "FR")));
    }

    @Test
    void nothingIsGuessedWhenTheFileDoesNotSay() {
        assertEquals(OrientationMarks.NONE, OrientationMarks.of(List.of()));
        assertEquals(OrientationMarks.NONE, OrientationMarks.of(List.of("A")));
        assertEquals(OrientationMarks.NONE, OrientationMarks.of(List.of("LE", "V")));
    }
}
