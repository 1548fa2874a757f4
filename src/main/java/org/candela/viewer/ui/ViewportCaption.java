package org.candela.viewer.ui;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.image.SliceAlignment;
import org.candela.image.SliceSteps;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.Linked;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Tiles;
import org.candela.viewer.TrueSize;
import org.candela.viewer.Viewport;
import org.candela.viewer.ViewportProblem;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.DisplayStanding;
import org.candela.viewer.picture.ImageFacts;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.StackOffset;
import org.candela.viewer.stack.StudyBanner;

/** All words beside an image, from the state of a viewport. Needs no toolkit. */
// [impl->req~viewer.identity-on-screen~1]
final class ViewportCaption {
    private final Messages words = Messages.of(ViewportCaption.class);
    private final ReadingSession session;
    private final Place place;
    private final Viewport viewport;

    ViewportCaption(ReadingSession session, Place place) {
        this.session = session;
        this.place = place;
        this.viewport = session.viewport(place);
    }

    /** {@code Doe, Jane}; says why when nothing hangs here. */
    String patient() {
        return banner().map(banner -> Formats.personName(banner.patientName())).orElseGet(this::emptiness);
    }

    /** A place beside an open study is empty for want of a prior, not of a study; "loaded", since others may exist. */
    private String emptiness() {
        if (session.study().isEmpty()) {
            return words.text("viewer.empty");
        }
        return words.text(session.priors().isEmpty() ? "viewer.empty.noPrior" : "viewer.empty.place");
    }

    /** Identity beside the name: id, birth date, sex. */
    String identity() {
        return banner().map(banner -> joined(
                        banner.patientId(),
                        banner.birthDate()
                                .map(date -> words.text("viewer.born", Formats.date(date)))
                                .orElse(words.text("viewer.born.unknown")),
                        banner.sex()))
                .orElse("");
    }

    /** What was done and when: study date, description, accession number. */
    String study() {
        return banner().map(banner -> joined(
                        banner.studyDate().map(Formats::date).orElse(words.text("viewer.date.unknown")),
                        banner.description(),
                        banner.accession().isEmpty() ? "" : words.text("viewer.accession", banner.accession())))
                .orElse("");
    }

    /** Marks that set this study apart: SYNTHETIC, PRIOR with its age. */
    List<String> tags() {
        List<String> tags = new ArrayList<>();
        boolean isKeyImage = viewport.shown()
                .filter(shown -> session.keyImages().isMarked(shown.key()))
                .isPresent();
        if (isKeyImage) {
            tags.add(words.text("viewer.key-image"));
        }
        viewport.shown()
                .filter(shown -> session.beside().keyImages().contains(shown.key()))
                .ifPresent(shown -> tags.add(words.text("viewer.key-image.sent")));
        prior().ifPresent(tags::add);
        if (banner().filter(StudyBanner::isSynthetic).isPresent()) {
            tags.add(words.text("viewer.synthetic"));
        }
        return tags;
    }

    /** Series: modality, title, side and view. */
    String series() {
        Optional<ImageFacts> facts = viewport.facts();
        return viewport.stack()
                .map(stack -> joined(
                        stack.modality(),
                        stack.title(),
                        Stream.of(facts.flatMap(ImageFacts::laterality), facts.flatMap(ImageFacts::view))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" "))))
                .orElse("");
    }

    /** {@code Image 12 / 140}. */
    String position() {
        int count = viewport.frameCount();
        Tiles tiles = viewport.tiles();
        if (tiles.grid().cells() > 1 && count > 0) {
            return words.text(
                    "viewer.tiles",
                    String.valueOf(tiles.first() + 1),
                    String.valueOf(Math.min(count, tiles.first() + tiles.grid().cells())),
                    String.valueOf(count),
                    String.valueOf(viewport.frameIndex() + 1));
        }
        return count == 0
                ? ""
                : words.text("viewer.position", String.valueOf(viewport.frameIndex() + 1), String.valueOf(count));
    }

    /** Lines at the bottom left: window, zoom, spacing, and where keys go, what a drag does. */
    List<String> viewLines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(new WindowCaption(session, viewport, words).lines());
        viewport.resolvedView().map(this::zoom).ifPresent(lines::add);
        viewport.facts()
                .map(facts -> words.text(
                        isCalibrated() ? "viewer.lengths.reader" : "viewer.lengths",
                        facts.spacing().label()))
                .ifPresent(lines::add);
        if (session.active().equals(place) && viewport.frameCount() > 0) {
            lines.addAll(stage());
            lines.add(words.text("viewer.tool." + session.tool()));
            lines.addAll(linked());
        }
        lines.addAll(new CineCaption(session.cine(), viewport, words).lines());
        lines.addAll(new StateWords(words, session.beside(), viewport)
                .lines(session.lightbox().pitch(place.panel())));
        lines.addAll(new RegionWords(words, session.beside().regions(), viewport).lines());
        session.linking().offset(session.active(), place).ifPresent(offset -> lines.add(offset(offset)));
        return lines;
    }

    /** Which stage of which protocol hangs; nothing where there is only one. */
    private List<String> stage() {
        int count = session.stages().all().size();
        return session.stages().now().filter(stage -> count > 1).stream()
                .map(stage -> joined(
                        stage.protocol(),
                        words.text(
                                "viewer.stage", String.valueOf(session.stages().index() + 1), String.valueOf(count)),
                        stage.name()))
                .toList();
    }

    /** What viewports do together beyond what is usual, or not even that. */
    private List<String> linked() {
        List<String> lines = new ArrayList<>();
        if (!session.linking().isLinked(Linked.SCROLL)) {
            lines.add(words.text("viewer.linked.SCROLL.not"));
        }
        for (Linked aspect : List.of(Linked.VIEW, Linked.WINDOW)) {
            if (session.linking().isLinked(aspect)) {
                lines.add(words.text("viewer.linked." + aspect));
            }
        }
        return lines;
    }

    private String offset(StackOffset offset) {
        int decimals = offset.unit() == StackOffset.Unit.MILLIMETRES ? 1 : 0;
        return words.text("viewer.offset." + offset.unit(), Formats.number(Math.abs(offset.distance()), decimals));
    }

    /** Whether the reader told the size of a pixel of what hangs here. */
    // [impl->req~viewer.reader-calibration~1]
    private boolean isCalibrated() {
        return viewport.stack()
                .flatMap(stack -> session.marks().calibration(stack.seriesUid()))
                .isPresent();
    }

    /** What is written beside marks. */
    MarkWords marks() {
        return new MarkWords(words);
    }

    /** What limits trust in the picture: loss, what was not applied, what was not kept, the display. */
    List<String> cautions(DisplayStanding standing) {
        List<String> lines = new ArrayList<>();
        if (viewport.facts().filter(ImageFacts::isLossy).isPresent()) {
            lines.add(words.text("viewer.lossy"));
        }
        if (viewport.isReduced()) {
            lines.add(words.text("viewer.reduced"));
        }
        viewport.facts().ifPresent(facts -> lines.addAll(facts.warnings()));
        viewport.stack().ifPresent(stack -> {
            if (stack.missingParts() > 0) {
                lines.add(words.text("viewer.parts.missing", String.valueOf(stack.missingParts())));
            }
            lines.addAll(steps(stack.steps()));
            lines.addAll(alignment(stack.alignment()));
        });
        boolean hasOverlays = viewport.shown()
                .filter(shown -> !shown.loaded().overlays().isEmpty())
                .isPresent();
        if (hasOverlays && !viewport.areOverlaysShown()) {
            lines.add(words.text("viewer.overlays.hidden"));
        }
        viewport.presentation().ifPresent(shown -> lines.addAll(notAsFiled(shown)));
        lines.addAll(new CineCaption(session.cine(), viewport, words).cautions());
        viewport.measuring()
                .problem()
                .ifPresent(problem -> lines.add(words.text("viewer.annotation.problem", problem.code())));
        session.keyImages()
                .problem()
                .ifPresent(problem -> lines.add(words.text("viewer.key-image.problem", problem.code())));
        int unread = session.beside().found().unread();
        if (unread > 0) {
            lines.add(words.text("viewer.beside.unread", String.valueOf(unread)));
        }
        if (!standing.text().isBlank()) {
            lines.add(standing.text());
        }
        return lines;
    }

    /** What the reader did to greys that could be taken for the image itself. */
    private List<String> notAsFiled(DataPresentation shown) {
        List<String> lines = new ArrayList<>();
        boolean isGrey = viewport.facts().filter(ImageFacts::isGrayscale).isPresent();
        if (isGrey && !shown.colours().isGrey()) {
            lines.add(words.text("viewer.colours", shown.colours().title()));
        }
        if (shown.occlusion() == Occlusion.LIFTED) {
            lines.add(words.text("viewer.occlusion.lifted"));
        }
        return lines;
    }

    /** Missing and repeated slices: on every image of the stack, at a gap its width. */
    // [impl->req~viewer.gap-marked~1]
    private List<String> steps(SliceSteps steps) {
        List<String> lines = new ArrayList<>();
        int here = viewport.frameIndex();
        for (SliceSteps.Gap gap : steps.gaps()) {
            String width = Formats.number(gap.widthMm(), 1);
            if (gap.after() == here) {
                lines.add(words.text("viewer.gap.next", width, Formats.number(steps.stepMm(), 1)));
            } else if (gap.after() + 1 == here) {
                lines.add(words.text("viewer.gap.former", width, Formats.number(steps.stepMm(), 1)));
            }
        }
        if (lines.isEmpty() && !steps.gaps().isEmpty()) {
            int first = steps.gaps().get(0).after() + 1;
            lines.add(words.text("viewer.gaps", String.valueOf(steps.gaps().size()), String.valueOf(first)));
        }
        if (!steps.repeated().isEmpty()) {
            lines.add(words.text(
                    "viewer.repeated", String.valueOf(steps.repeated().size())));
        }
        return lines;
    }

    /** Why the stack is no right-angled volume: said on every image, since what is scrolled through shows none of it. */
    // [impl->req~viewer.alignment-marked~1]
    private List<String> alignment(SliceAlignment alignment) {
        List<String> lines = new ArrayList<>();
        if (alignment.tiltDegrees() > 0) {
            lines.add(words.text("viewer.tilt", Formats.number(alignment.tiltDegrees(), 1)));
        }
        if (alignment.isShifted()) {
            lines.add(words.text("viewer.shifted"));
        }
        if (alignment.hasMixedSizes()) {
            lines.add(words.text("viewer.sizes"));
        }
        return lines;
    }

    /** Shown while the frame on the screen is not yet the one asked for, or while something is told; else empty. */
    String decoding() {
        String notice = session.active().equals(place) ? session.notice() : "";
        return viewport.isDecoding() ? words.text("viewer.decoding") : notice;
    }

    /** Why there is no picture; empty when there is one. */
    String problem() {
        return viewport.problem()
                .map(problem ->
                        words.text("viewer.problem.title") + "\n" + whatToDo(problem) + "\n\n" + problem.detail())
                .orElse("");
    }

    private String whatToDo(ViewportProblem problem) {
        String key = "viewer.problem." + problem.code();
        return words.text(words.has(key) ? key : "viewer.problem.other");
    }

    private Optional<StudyBanner> banner() {
        return viewport.stack().map(ImageStack::study);
    }

    private Optional<String> prior() {
        Optional<StudyBanner> current = session.study().map(study -> study.banner());
        Optional<StudyBanner> here = banner().filter(banner -> !banner.equals(current.orElse(banner)));
        return here.map(banner -> current.flatMap(StudyBanner::studyDate)
                .flatMap(now -> banner.studyDate().map(then -> words.text("viewer.prior.age", age(then, now))))
                .orElse(words.text("viewer.prior")));
    }

    private static String age(LocalDate then, LocalDate now) {
        Period age = then.until(now);
        return Stream.of(
                        part(age.getYears(), " y"),
                        part(age.getMonths(), " mo"),
                        age.toTotalMonths() == 0 ? age.getDays() + " d" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    private String zoom(ResolvedView view) {
        boolean isTrue = session.lightbox()
                .pitch(place.panel())
                .filter(pitch -> TrueSize.isSeen(viewport, pitch))
                .isPresent();
        return joined(magnified(view), isTrue ? words.text("viewer.zoom.true") : "");
    }

    private String magnified(ResolvedView view) {
        boolean isOneToOne = Math.abs(view.scale() - 1) < 1e-9;
        return isOneToOne
                ? words.text("viewer.zoom.one")
                : words.text("viewer.zoom", Formats.number(100 * view.scale(), 0));
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("  \u00b7  "));
    }
}
