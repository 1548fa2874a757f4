package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.candela.report.TextSpan;
import org.candela.report.ui.ShownText.Grey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.live-partials~1]
class ShownTextTest {
    private static final ShownText SHOWN = new ShownText("abcdef", List.of(new Grey(2, "XY"), new Grey(4, "Z")));

    @Test
    void greyWordsStandBeforeTheCharacterAtTheirPlace() {
        assertEquals("abXYcdZef", SHOWN.text());
        assertEquals(List.of(new TextSpan(2, 4), new TextSpan(6, 7)), SHOWN.spans());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "2,2", "3,5", "4,6", "5,8", "6,9"})
    void aCaretAtThePlaceOfDictationStandsBeforeTheGreyWordsAndEveryPlaceComesBack(int written, int shown) {
        assertEquals(shown, SHOWN.shown(written));
        assertEquals(written, SHOWN.written(shown));
    }

    @ParameterizedTest
    @CsvSource({"3,2", "4,2", "7,4"})
    void withinGreyWordsOneIsAtTheirPlace(int shown, int written) {
        assertEquals(written, SHOWN.written(shown));
    }

    @Test
    void aSpanOfWhatIsWrittenBeginsBehindGreyWordsAtItsPlace() {
        assertEquals(new TextSpan(4, 6), SHOWN.shown(new TextSpan(2, 4)));
    }
}
