package org.candela.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All commands of the workstation and what was done with them, for undo and redo. FX thread; needs no toolkit.
 *
 * <p>A command that fails changes no history; its failure goes to whoever presents failures.
 */
// [impl->req~shell.commands~1]
public final class CommandBus {
    private static final Logger LOG = LoggerFactory.getLogger(CommandBus.class);
    private static final int REMEMBERED = 100;

    private record Done(Command command, Runnable undoing) {}

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Deque<Done> done = new ArrayDeque<>();
    private final Deque<Command> undone = new ArrayDeque<>();
    private final Consumer<Throwable> failures;

    /** @param failures told of every command that fails */
    public CommandBus(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /** Adds a command; two with one id are a mistake of the developer. */
    public void register(Command command) {
        if (commands.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("two commands with the id " + command.id());
        }
    }

    /** All commands in the order they were registered. */
    public Collection<Command> commands() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /** Runs a command; what was undone before can then no longer be redone. */
    public void run(String id) {
        Command command = Optional.ofNullable(commands.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no command " + id));
        if (perform(command)) {
            undone.clear();
        }
    }

    /** Takes the last undoable command back; does nothing when there is none. */
    public void undo() {
        Done last = done.peekLast();
        if (last != null && succeeds("undo of " + last.command().id(), last.undoing())) {
            done.removeLast();
            undone.push(last.command());
        }
    }

    /** Runs again what was last undone; does nothing when there is none. */
    public void redo() {
        Command last = undone.peek();
        if (last != null && perform(last)) {
            undone.pop();
        }
    }

    /** Title of what {@link #undo} would take back. */
    public Optional<String> undoable() {
        return Optional.ofNullable(done.peekLast()).map(last -> last.command().title());
    }

    private boolean perform(Command command) {
        return succeeds(command.id(), () -> {
            Runnable undoing = command.effect().get();
            if (undoing != Command.NOTHING_TO_UNDO) {
                done.addLast(new Done(command, undoing));
            }
            if (done.size() > REMEMBERED) {
                done.removeFirst();
            }
        });
    }

    /** The one place where a failure of any command is caught, so that no key press can end the workstation. */
    private boolean succeeds(String what, Runnable work) {
        LOG.info("command {}", what);
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            failures.accept(e);
            return false;
        }
    }
}
