package org.candela.displayqa.measure;

import java.util.List;

/** One thing that a test measures through the table in force. */
public sealed interface TestPart {
    /** White and black. */
    record Ends() implements TestPart {}

    /**
     * Equally spaced P-values from black to white, with their colour where the meter sees it.
     *
     * @param count 18, 52 or 256: of these the P-values are whole numbers
     */
    record Levels(int count) implements TestPart {
        public Levels {
            if (!List.of(18, 52, 256).contains(count)) {
                throw new IllegalArgumentException("18, 52 or 256 levels, not " + count);
            }
        }
    }

    /**
     * An even field at nine places.
     *
     * @param pValue 1 to 255
     */
    record Field(int pValue) implements TestPart {
        public Field {
            if (pValue < 1 || pValue > 255) {
                throw new IllegalArgumentException("an even field has a P-value of 1 to 255, not " + pValue);
            }
        }
    }
}
