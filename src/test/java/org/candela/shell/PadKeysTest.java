package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.EditHistory;
import org.candela.pad.PadEvent;
import org.candela.pad.PadEvent.Control;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~shell.pad~1]
class PadKeysTest {
    private final List<String> done = new ArrayList<>();
    private final AtomicInteger scrolled = new AtomicInteger();
    private final CommandBus bus = new CommandBus(new EditHistory(), failure -> {});
    private final Keyboard keyboard = new Keyboard(
            KeyBindings.parse(Map.of("viewer.next-image", "Down", "a.window", "F14", "b.back", "Previous Track")),
            KeyBindings.none(),
            own -> {});
    private boolean isChoosing;
    private final PadKeys pad = new PadKeys(keyboard, bus, () -> isChoosing);

    @BeforeEach
    void commands() {
        Assumptions.assumeTrue(VirtualDesk.display().isPresent(), VirtualDesk::absence);
        Fx.start();
        for (String id : List.of("a.window", "b.back", "viewer.previous-image")) {
            bus.register(new Command(id, id, () -> done.add(id)));
        }
        bus.register(new Command("viewer.next-image", "Next image", scrolled::incrementAndGet));
    }

    @Test
    void aButtonIsAKeyThatCanBeGivenToACommand() {
        take(Control.BUTTON, 2);
        take(Control.BUTTON, 15); // given to none

        assertEquals(List.of("a.window"), done);
    }

    @Test
    void theWheelScrollsUntilItIsGivenSomethingElse() {
        take(Control.JOG, 1);
        take(Control.JOG, -1);

        assertEquals(1, scrolled.get());
        assertEquals(List.of("b.back"), done);
    }

    @Test
    void theRingGoesOnUntilItIsLetGo() {
        take(Control.SHUTTLE, 7);
        Fx.until("scrolling", () -> scrolled.get() > 3);
        take(Control.SHUTTLE, -1);
        take(Control.SHUTTLE, 0);

        int stopped = scrolled.get();
        Fx.settle();
        assertEquals(stopped, scrolled.get());
        assertEquals(List.of("viewer.previous-image"), done);
    }

    @Test
    void aKeyThatIsBeingChosenForACommandRunsNone() {
        isChoosing = true;

        take(Control.BUTTON, 2);

        assertEquals(List.of(), done);
    }

    private void take(Control control, int number) {
        Fx.run(() -> pad.take(new PadEvent(control, number)));
    }
}
