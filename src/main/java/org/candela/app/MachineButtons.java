package org.candela.app;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.candela.cli.DictationCommand;
import org.candela.pad.hid.ButtonPress;
import org.candela.pad.hid.ButtonPress.Edge;
import org.candela.pad.hid.Hid4JavaButtons;
import org.candela.pad.hid.HidButtons;

/** The buttons of this machine, for the command line; let go of as soon as one was pressed. */
final class MachineButtons implements DictationCommand.Hands {
    @Override
    public Optional<ButtonPress> next(Set<String> more, Duration patience) {
        LinkedBlockingQueue<ButtonPress> pressed = new LinkedBlockingQueue<>();
        try (Executors executors = new Executors()) {
            new HidButtons(
                            new Hid4JavaButtons(),
                            press -> {
                                if (press.edge() == Edge.DOWN) {
                                    pressed.add(press);
                                }
                            },
                            executors.pads(),
                            executors.scheduler()::isShutdown)
                    .look(more);
            return Optional.ofNullable(pressed.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
