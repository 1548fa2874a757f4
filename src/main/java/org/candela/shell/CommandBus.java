package org.candela.shell;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All commands of the workstation, and the way to undo and redo what they and the pointer did. FX thread; needs no toolkit.
 *
 * <p>The failure of a command goes to whoever presents failures.
 */
// [impl->req~shell.commands~1]
public final class CommandBus {
    private static final Logger LOG = LoggerFactory.getLogger(CommandBus.class);

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final EditHistory history;
    private final Consumer<Throwable> failures;
    private Predicate<String> taker = id -> false;
    private Predicate<String> allowed = id -> true;

    /**
     * @param history where whatever a command changes is recorded
     * @param failures told of every command that fails
     */
    public CommandBus(EditHistory history, Consumer<Throwable> failures) {
        this.history = history;
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

    /** Where whatever a command changes is recorded. */
    public EditHistory history() {
        return history;
    }

    /**
     * Lets {@code first} do commands in its own way, as a document does that lies over an image: it is asked before each
     * command, by id, and says whether it was its own.
     */
    public void letTake(Predicate<String> first) {
        taker = first;
    }

    /** Lets only such commands run, by id, as while the workstation is locked; others do nothing. */
    public void allow(Predicate<String> some) {
        allowed = some;
    }

    /** Runs a command. */
    public void run(String id) {
        if (!allowed.test(id)) {
            LOG.info("command {} is not allowed now", id);
            return;
        }
        Command command = Optional.ofNullable(commands.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no command " + id));
        perform(id, () -> {
            if (!taker.test(id)) {
                command.effect().run();
            }
        });
    }

    /** Takes the last change back; does nothing when there is none. */
    public void undo() {
        if (allowed.test("edit.undo")) {
            perform("edit.undo", history::undo);
        }
    }

    /** Makes again what was last undone; does nothing when there is none. */
    public void redo() {
        if (allowed.test("edit.redo")) {
            perform("edit.redo", history::redo);
        }
    }

    /** Title of what {@link #undo} would take back. */
    public Optional<String> undoable() {
        return history.undoable().map(Edit::title);
    }

    /** The one place where a failure of any command is caught, so that no key press can end the workstation. */
    private void perform(String what, Runnable work) {
        LOG.info("command {}", what);
        try {
            work.run();
        } catch (RuntimeException e) {
            failures.accept(e);
        }
    }
}
