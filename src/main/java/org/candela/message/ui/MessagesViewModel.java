package org.candela.message.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.message.FacilityMessage;
import org.candela.message.FacilityMessages;
import org.candela.ui.Formats;
import org.jspecify.annotations.Nullable;

/** State of the messages beside the list. FX thread only; needs no toolkit. */
public final class MessagesViewModel {
    private final FacilityMessages messages;
    private final Threads threads;
    private final Seat seat;
    private final ObservableList<FacilityMessage> all = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private long requested;

    /**
     * Where work is done.
     *
     * @param io for the disk
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    /** Who reads here, and by which clock. */
    public record Seat(String reader, Clock clock) {}

    public MessagesViewModel(FacilityMessages messages, Threads threads, Seat seat) {
        this.messages = messages;
        this.threads = threads;
        this.seat = seat;
        messages.onChange(() -> threads.ui().execute(this::reload));
    }

    /** Unread ones first, the newest of them first. */
    public ObservableList<FacilityMessage> all() {
        return all;
    }

    /** How many nobody has opened. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** Words of the message that is open; empty while none is. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What went wrong last; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the messages again; an older answer never replaces a newer one. */
    public CompletableFuture<Void> load() {
        long request = ++requested;
        return Async.supply(messages::list, threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (request == requested) {
                                show(found, failure);
                            }
                            return null;
                        },
                        threads.ui());
    }

    private void reload() {
        var unused = load();
    }

    private void show(@Nullable List<FacilityMessage> found, @Nullable Throwable failure) {
        problem.set(failure == null ? "" : words(failure));
        if (found != null) {
            if (!all.equals(found)) {
                all.setAll(found);
            }
            unread.set((int) found.stream().filter(FacilityMessage::isUnread).count());
        }
    }

    /** Shows a message, which counts as read once it is kept that it was opened. */
    // [impl->req~message.seen~1]
    public CompletableFuture<Void> open(FacilityMessage message) {
        return Async.supply(() -> messages.open(message.id(), seat.reader()), threads.io())
                .handleAsync(
                        (opened, failure) -> {
                            problem.set(failure == null ? "" : words(failure));
                            if (opened != null) {
                                text.set(opened.told().text());
                            }
                            return null;
                        },
                        threads.ui());
    }

    /** Shows none any more. */
    public void close() {
        text.set("");
    }

    /** One line for the list of messages, without its words. */
    String line(FacilityMessage message) {
        String about = message.told().about().accession();
        String sender = Formats.personName(message.told().sender());
        return Formats.moment(message.receivedAt(), seat.clock().getZone()) + zone() + "   "
                + message.told().facility() + "   " + message.told().kind().word()
                + (sender.isBlank() ? "" : "   from " + sender)
                + (about.isBlank() ? "" : "   about " + about);
    }

    private String zone() {
        ZoneId zone = seat.clock().getZone();
        return zone.normalized().equals(ZoneOffset.UTC) ? " UTC" : "";
    }

    private static String words(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }
}
