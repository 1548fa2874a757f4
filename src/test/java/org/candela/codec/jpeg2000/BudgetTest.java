package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.candela.codec.stream.CodecException;
import org.junit.jupiter.api.Test;

class BudgetTest {
    // [utest->req~codec.jpeg2000-bounded~1]
    @Test
    void aSmallStreamTakesNoMoreThanAFileMay() {
        assertDoesNotThrow(() -> new Budget(1 << 18).takeMemory(200L << 20, 1));
        assertThrows(CodecException.class, () -> new Budget(1 << 18).takeMemory((200L << 20) + 1, 1));
    }

    // [utest->req~codec.jpeg2000-bounded~1]
    @Test
    void aLargeStreamTakesMemoryByItsBytes() {
        assertDoesNotThrow(() -> new Budget(1 << 22).takeMemory(1L << 30, 2));
        assertThrows(CodecException.class, () -> new Budget(1 << 22).takeMemory((1L << 30) + 1, 2));
    }
}
