package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.Parcel;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.report.ui.DeliveryRow;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.study.FrameKey;
import org.candela.study.Study;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.object.KeyObjectExport;
import org.candela.viewer.object.StateExport;
import org.candela.viewer.ui.MarkWords;

/**
 * What a reader does about delivery in the open room: sends again what the facility did not take, and sends the marks on
 * images back to it. FX thread; waits on {@code io}.
 */
final class DeliveryRoom {
    static final Map<String, String> KEYS =
            Map.of("report.resend", "Ctrl+Shift+Y", "images.send-marks", "Ctrl+Shift+O");

    private static final String DICOM = "application/dicom";

    private final House house;
    private final ReadingSession session;
    private final Reporting reporting;
    private final Executor io;
    private final Messages words = Messages.of(DeliveryRoom.class);

    DeliveryRoom(House house, ReadingSession session, Reporting reporting, Executor io) {
        this.house = house;
        this.session = session;
        this.reporting = reporting;
        this.io = io;
    }

    /** Adds the commands; {@code report} is what is on the desk. */
    void follow(CommandBus bus, ReportViewModel report) {
        bus.register(Command.titled(words, "report.resend", () -> resend(report)));
        bus.register(Command.titled(words, "images.send-marks", this::sendMarks));
    }

    private void resend(ReportViewModel report) {
        List<Integer> stuck = report.deliveries().stream()
                .filter(DeliveryRow::mayRetry)
                .map(DeliveryRow::version)
                .distinct()
                .toList();
        if (stuck.isEmpty()) {
            session.tell(words.text("delivery.nothing-stuck"));
        }
        for (int version : stuck) {
            var unused = report.retryDelivery(version);
        }
    }

    // [impl->req~delivery.marks-back~1]
    private void sendMarks() {
        session.study().ifPresent(study -> {
            Set<FrameKey> keys = Set.copyOf(session.keyImages().marked());
            Optional<StateExport.Task> states = states(keys);
            Uid uid = study.banner().studyUid();
            var unused = Async.supply(() -> send(uid, keys, states), io)
                    .exceptionally(failure -> refused(Async.causeOf(failure)))
                    .thenAcceptAsync(session::tell, new UiExecutor());
        });
    }

    /** What the key images show, or the image that is looked at; none where there are no greys to tell of. */
    private Optional<StateExport.Task> states(Set<FrameKey> keys) {
        StateExport.Extent extent = keys.isEmpty() ? StateExport.Extent.IMAGE : StateExport.Extent.KEY_IMAGES;
        StateExport export = new StateExport(
                house.library(), house.base().paths().exports(), house.base().clock());
        try {
            return Optional.of(export.of(session, extent, MarkWords.standard()::lines));
        } catch (CandelaException e) {
            return Optional.empty();
        }
    }

    private String send(Uid study, Set<FrameKey> keys, Optional<StateExport.Task> states) throws CandelaException {
        Facility facility = facilityOf(study);
        List<Path> files = new ArrayList<>();
        if (states.isPresent()) {
            files.addAll(states.orElseThrow().run().files());
        }
        if (!keys.isEmpty()) {
            files.add(new KeyObjectExport(
                            house.library(),
                            house.base().paths().exports(),
                            house.base().clock())
                    .write(study, keys)
                    .file());
        }
        if (files.isEmpty()) {
            return words.text("marks.nothing");
        }
        for (Path file : files) {
            int unused = reporting.outbox().queue(facility, study, new Parcel(DICOM, bytes(file)));
        }
        return words.text("marks.queued", String.valueOf(files.size()), facility.name());
    }

    private Facility facilityOf(Uid study) throws CandelaException {
        House.Base base = house.base();
        Optional<Study> known = house.library().study(study);
        Optional<Facility> facility = known.isEmpty()
                ? Optional.empty()
                : new Facilities(base.database(), base.audit(), base.clock())
                        .find(known.orElseThrow().facility());
        return facility.orElseThrow(() -> new CandelaException("marks.no-facility", "the study is of no facility"));
    }

    private static byte[] bytes(Path file) throws CandelaException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CandelaException("marks.disk", "an object cannot be read", e);
        }
    }

    private String refused(Throwable failure) {
        String code = failure instanceof CandelaException known ? known.code() : "internal";
        return words.has(code) ? words.text(code) : words.text("marks.failed", code);
    }
}
