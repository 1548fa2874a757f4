package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateField.Kind;
import org.candela.ui.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.number-fields~1]
class NumberCheckTest {
    private static final TemplateField.Content LENGTH = new TemplateField.Content(Kind.NUMBER, List.of(), "mm");

    @ParameterizedTest
    @CsvSource({"'', true", "[ ], true", "12, true", "12.5, true", "12., true", "1.2 cm, false", "twelve, false"})
    void onlyANumberStandsInANumberField(String text, boolean isRight) {
        assertEquals(
                isRight ? "" : "A number is wanted here, in mm.",
                NumberCheck.problem(LENGTH, text, Messages.of(NumberCheck.class)));
    }
}
