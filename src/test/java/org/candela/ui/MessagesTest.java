package org.candela.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.candela.base.Uid;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void aKnownKeyReadsAsItsText() {
        assertEquals("Cancel", Messages.of(Dialogs.class).text("action.cancel"));
    }

    @Test
    void aMissingKeyIsShownInAngleQuotes() {
        assertEquals("\u2039no.such.key\u203a", Messages.of(Dialogs.class).text("no.such.key"));
    }

    @Test
    void aRoomWithoutWordsIsAMistakeOfItsDeveloper() {
        assertThrows(IllegalStateException.class, () -> Messages.of(Uid.class));
    }
}
