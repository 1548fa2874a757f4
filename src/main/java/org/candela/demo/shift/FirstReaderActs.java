package org.candela.demo.shift;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.candela.shell.OpenedCase;
import org.candela.shell.ScreenRole;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Place;

/**
 * A reader who sees the workstation for the first time opens a case, hangs it, compares it with its prior, measures, marks a
 * key image and goes to the next case: by keys alone, each read off the help of the screen before it is pressed.
 */
// [impl->req~demo.shift-first-reader~1]
final class FirstReaderActs {
    private static final int STEPS = 4;

    private final ShiftStage stage;
    private final Hands hands;
    private final ReadingSession session;
    private final HelpFollower atWork;
    private final HelpFollower atImages;

    FirstReaderActs(ShiftStage stage, Hands hands) {
        this.stage = stage;
        this.hands = hands;
        this.session = stage.reading().session();
        this.atWork = new HelpFollower(stage, hands, ScreenRole.WORK);
        this.atImages = new HelpFollower(stage, hands, ScreenRole.DIAGNOSTIC_LEFT);
    }

    List<Act> acts() {
        return List.of(
                new Act("first-help-work", "Read the keys of the work screen", this::lookAtWork),
                new Act("first-open", "Open a case by the help", this::open),
                new Act("first-help-images", "Read the keys of the image screen", this::lookAtImages),
                new Act("first-hang", "Hang it by the help", this::hang),
                new Act("first-compare", "Compare with the prior by the help", this::compare),
                new Act("first-measure", "Measure by the help", this::measure),
                new Act("first-key-image", "Mark a key image by the help", this::markKeyImage),
                new Act("first-next", "Go to the next case by the help", this::next));
    }

    private String lookAtWork() throws ShiftException {
        hands.turnTo(stage.window(ScreenRole.WORK));
        atWork.openHelp();
        return "the help is open";
    }

    private String open() throws ShiftException {
        atWork.closeHelp();
        return "opened by " + another(atWork, "Open the next study") + ", " + patientsShown();
    }

    private String lookAtImages() throws ShiftException {
        hands.turnTo(stage.window(ScreenRole.DIAGNOSTIC_LEFT));
        atImages.openHelp();
        return "the help is open";
    }

    private String hang() throws ShiftException {
        atImages.closeHelp();
        List<Grid> before = hands.see(() -> session.lightbox().grids());
        atImages.follow("Two viewports side by side");
        hands.until("two places", () -> session.lightbox().places(0).size() == 2);
        drawn();
        atImages.follow("Undo");
        hands.until("the grid of before", () -> session.lightbox().grids().equals(before));
        drawn();
        return "two places side by side, then as before: " + atImages.trail();
    }

    private String compare() throws ShiftException {
        boolean isComparable = hands.see(() -> left().frameCount() > STEPS && right().frameCount() > STEPS);
        if (!isComparable) {
            return "this case has no prior of several images beside it";
        }
        atImages.follow("Link stacks as they stand");
        hands.until(
                "linked",
                () -> session.linking().offset(Place.LEFT, Place.RIGHT).isPresent());
        int before = hands.see(() -> right().frameIndex());
        for (int step = 0; step < STEPS; step++) {
            atImages.follow("Next image");
        }
        hands.until("the prior follows", () -> right().frameIndex() == before + STEPS);
        drawn();
        return "image " + (1 + hands.see(() -> left().frameIndex())) + " beside image "
                + (1 + hands.see(() -> right().frameIndex())) + " of the prior: " + atImages.trail();
    }

    private String measure() throws ShiftException {
        atImages.follow("Length tool");
        atImages.follow("place a point"); // the crosshair
        atImages.follow("place a point");
        for (int step = 0; step < STEPS; step++) {
            // While a point is being placed the arrows move the crosshair, as the foot of the help says.
            hands.press(KeyCode.RIGHT);
        }
        atImages.follow("place a point");
        hands.until("a length", () -> left().measuring().latest().isPresent());
        drawn();
        return hands.see(() -> left().measuring().latest().orElseThrow().text()) + ": " + atImages.trail();
    }

    private String markKeyImage() throws ShiftException {
        atImages.follow("Drop what is being drawn");
        atImages.follow("Mark as key image");
        hands.until("a key image", () -> session.keyImages().marked().size() == 1);
        drawn();
        return "image " + (1 + hands.see(() -> left().frameIndex())) + " is a key image: " + atImages.trail();
    }

    private String next() throws ShiftException {
        return "opened by " + another(atImages, "Open the next study") + ", " + patientsShown();
    }

    private String another(HelpFollower reader, String words) throws ShiftException {
        Optional<OpenedCase> before = hands.see(() -> current());
        reader.follow(words);
        hands.until(
                "another case is open",
                () -> current().isPresent() && !current().equals(before));
        drawn();
        return reader.trail();
    }

    private String patientsShown() throws ShiftException {
        hands.until("images are shown", () -> shown() > 0);
        drawn();
        return hands.see(this::shown) + " places show images";
    }

    private long shown() {
        return session.lightbox().places().stream()
                .filter(place -> session.viewport(place).shown().isPresent())
                .count();
    }

    private void drawn() throws ShiftException {
        Images.untilDrawn(stage, hands);
    }

    private Optional<OpenedCase> current() {
        return stage.reading().cases().currentProperty().get();
    }

    private Viewport left() {
        return session.viewport(Place.LEFT);
    }

    private Viewport right() {
        return session.viewport(Place.RIGHT);
    }
}
