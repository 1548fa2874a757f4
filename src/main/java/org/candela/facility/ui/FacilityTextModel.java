package org.candela.facility.ui;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.facility.ui.FacilityText.Choice;
import org.candela.facility.ui.FacilityText.Kept;
import org.candela.facility.ui.FacilityText.Shown;

/** State of the window of a facility's text: what is kept, what it comes to, what is wrong with it. FX thread only. */
// [impl->req~facility.texts~1]
public final class FacilityTextModel {
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,6})\\b");

    private final FacilityText source;
    private final Executor io;
    private final Executor ui;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>(Problem.NONE);
    private String kept = "";
    private long generation;

    /**
     * Why a text cannot be used.
     *
     * @param line of the text that is wrong, from 1; empty where it is not one of its lines
     */
    public record Problem(String words, OptionalInt line) {
        /** All is well, as far as is known. */
        public static final Problem NONE = new Problem("", OptionalInt.empty());

        static Problem of(Throwable failure) {
            Throwable cause = Async.causeOf(failure);
            String words =
                    cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
            Matcher line = LINE.matcher(words);
            return new Problem(
                    words, line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty());
        }
    }

    /**
     * @param io for the disk
     * @param ui the FX thread
     */
    public FacilityTextModel(FacilityText source, Executor io, Executor ui) {
        this.source = source;
        this.io = io;
        this.ui = ui;
    }

    /** The text to begin with: what is kept, or a starter. What is typed since is the view's. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Which version is in force. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What the text comes to, as it was last looked at. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why the text last looked at, or to be kept, cannot be used. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Texts to begin with. */
    public List<String> starters() {
        return source.starters();
    }

    /** In which forms it can be looked at. */
    public List<String> forms() {
        return source.forms();
    }

    /** Of what. */
    public List<String> subjects() {
        return source.subjects();
    }

    /** Whether {@code typed} is what is kept. */
    public boolean isKept(String typed) {
        return typed.equals(kept);
    }

    /** Reads what is kept. */
    public CompletableFuture<Void> load() {
        return Async.supply(source::kept, io)
                .handleAsync(
                        (found, failure) -> {
                            if (failure == null) {
                                take(found);
                            } else {
                                problem.set(Problem.of(failure));
                            }
                            return null;
                        },
                        ui);
    }

    /** Begins with one of {@link #starters}; nothing is kept. */
    public void begin(String starter) {
        text.set(source.starter(starter));
    }

    /** Shows what {@code typed} comes to. The newest request wins; a text that cannot be used leaves nothing to see. */
    public CompletableFuture<Void> look(String typed, Choice choice) {
        long requested = ++generation;
        return Async.supply(() -> source.look(typed, choice), io)
                .handleAsync(
                        (found, failure) -> {
                            if (requested == generation) {
                                shown.set(failure == null ? found : Shown.NOTHING);
                                problem.set(failure == null ? Problem.NONE : Problem.of(failure));
                            }
                            return null;
                        },
                        ui);
    }

    /** Keeps {@code typed}; completes with whether it could. */
    public CompletableFuture<Boolean> keep(String typed) {
        return Async.supply(() -> source.keep(typed), io)
                .handleAsync(
                        (next, failure) -> {
                            if (failure == null) {
                                kept = next.text();
                                standing.set(next.standing());
                                problem.set(Problem.NONE);
                            } else {
                                problem.set(Problem.of(failure));
                            }
                            return failure == null;
                        },
                        ui);
    }

    private void take(Kept found) {
        kept = found.text();
        standing.set(found.standing());
        text.set(found.text());
    }
}
