package org.candela.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.image.ImageSpacing;
import org.candela.image.ImageSpacing.Source;
import org.candela.image.Measurement;
import org.candela.report.LinkedMeasurement;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.study.FrameKey;
import org.candela.viewer.MarkJump;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;

/**
 * Keeps the report panel on the patient whose images hang: the report comes and goes with the case, and a length drawn on
 * an image is the one that is inserted. FX thread; needs no toolkit.
 */
// [impl->req~shell.report-with-images~1]
public final class CaseReport {
    private final ReadingSession session;
    private final ReportViewModel report;
    /** The open study, then those of its priors that were on the screens. */
    private final Set<Uid> seen = new LinkedHashSet<>();

    private final List<Viewport> viewports = new ArrayList<>();

    private CaseReport(ReadingSession session, ReportViewModel report) {
        this.session = session;
        this.report = report;
    }

    /** From now on {@code report} follows {@code cases}. */
    public static void bind(CaseDesk cases, ReadingSession session, ReportViewModel report) {
        CaseReport binding = new CaseReport(session, report);
        cases.currentProperty().addListener((value, before, now) -> binding.show(now));
        session.onViewport(binding::follow);
        MarkJump jump = new MarkJump(session);
        report.onShowImage(measured -> jump.to(new FrameKey(measured.sopInstanceUid(), measured.frameIndex())));
    }

    private void follow(Viewport viewport) {
        viewports.add(viewport);
        viewport.onChange(() -> {
            see(viewport);
            offer(viewport);
        });
    }

    private void show(Optional<OpenedCase> opened) {
        report.close();
        seen.clear();
        opened.ifPresent(now -> seen.add(now.study().uid()));
        report.studiesOnScreen(List.copyOf(seen));
        report.measurementGone();
        opened.filter(now -> now.purpose() == Purpose.DIAGNOSIS).ifPresent(this::write);
        viewports.forEach(this::see);
    }

    /** A prior of which an image is, or was since the case was opened, on a screen was compared. */
    // [impl->req~shell.priors-reported~1]
    private void see(Viewport viewport) {
        viewport.shown()
                .flatMap(shown -> viewport.stack())
                .map(stack -> stack.study().studyUid())
                .filter(study -> !seen.isEmpty() && !seen.contains(study))
                .ifPresent(study -> {
                    seen.add(study);
                    report.studiesOnScreen(List.copyOf(seen));
                });
    }

    /** A failure of the disk is told by the panel itself. */
    private void write(OpenedCase opened) {
        try {
            var unused = report.open(ReportedCases.of(opened));
        } catch (CandelaException e) {
            report.refuse(e);
        }
    }

    /** What was measured in the study of the report may be inserted; what was in its prior, beside it as the earlier length. */
    private void offer(Viewport viewport) {
        boolean isOfStudy = viewport.stack()
                .filter(stack -> session.study()
                        .filter(study -> study.stacks().contains(stack))
                        .isPresent())
                .isPresent();
        viewport.measuring().latest().filter(length -> length.value() > 0).ifPresent(length -> viewport.shown()
                .ifPresent(shown -> {
                    if (isOfStudy) {
                        report.measurementMade(linked(length, shown));
                    } else {
                        viewport.stack()
                                .ifPresent(stack -> report.earlierMeasured(
                                        linked(length, shown), stack.study().studyUid()));
                    }
                }));
    }

    private static LinkedMeasurement linked(Measurement length, Viewport.Shown shown) {
        return new LinkedMeasurement(
                length.value(),
                unit(length.spacing()),
                shown.key().sopInstance(),
                shown.key().frameIndex());
    }

    /** The reservation that stands beside the number on the image goes with it into the report. */
    private static Unit unit(ImageSpacing spacing) {
        if (!(spacing instanceof ImageSpacing.Known known)) {
            return Unit.PIXEL;
        }
        return unit(known.source());
    }

    private static Unit unit(Source source) {
        return switch (source) {
            case PATIENT, CALIBRATED_FIDUCIAL, CALIBRATED_GEOMETRY, ULTRASOUND_REGION -> Unit.MILLIMETRE;
            case DETECTOR -> Unit.DETECTOR_MILLIMETRE;
            // On film the size in the patient is as little known as at the detector.
            case SCANNED -> Unit.DETECTOR_MILLIMETRE;
            case DETECTOR_CORRECTED -> Unit.ESTIMATED_MILLIMETRE;
            case PROJECTION_UNSTATED -> Unit.UNSTATED_MILLIMETRE;
            case READER -> Unit.READER_MILLIMETRE;
        };
    }
}
