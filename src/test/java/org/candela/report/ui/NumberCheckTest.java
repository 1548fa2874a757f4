package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.candela.report.template.NumberLimits;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateField.Kind;
import org.candela.ui.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.number-fields~1]
class NumberCheckTest {
    private static final TemplateField.Content LENGTH = new TemplateField.Content(Kind.NUMBER, List.of(), "mm");

    @ParameterizedTest
    @CsvSource({"0, true", "50, true", "51, false", "-1, false"})
    void aNumberStaysWithinTheLimitsOfItsField(String text, boolean isRight) {
        TemplateField.Content limited =
                new TemplateField.Content(Kind.NUMBER, List.of(), "mm", new NumberLimits("0", "50", ""));

        assertEquals("mm, 0 to 50", NumberCheck.hint(limited, Messages.of(NumberCheck.class)));
        assertEquals(
                isRight ? "" : "Outside of what this field takes: from 0 to 50.",
                NumberCheck.problem(limited, text, Messages.of(NumberCheck.class)));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "[ ], true", "12, true", "12.5, true", "12., true", "1.2 cm, false", "twelve, false"})
    void onlyANumberStandsInANumberField(String text, boolean isRight) {
        assertEquals(
                isRight ? "" : "A number is wanted here, in mm.",
                NumberCheck.problem(LENGTH, text, Messages.of(NumberCheck.class)));
    }
}
