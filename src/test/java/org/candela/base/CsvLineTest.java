package org.candela.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void onlyWhatNeedsThemHasQuotationMarks() {
        assertEquals(
                "plain,,\"a,b\",\"says \"\"no\"\"\",\"two\nlines\"\r\n",
                CsvLine.of(List.of("plain", "", "a,b", "says \"no\"", "two\nlines")));
    }
}
