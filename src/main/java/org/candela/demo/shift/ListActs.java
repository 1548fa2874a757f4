package org.candela.demo.shift;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.facility.FacilityId;
import org.candela.shell.OpenedCase;
import org.candela.shell.ScreenRole;
import org.candela.ui.Formats;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.FacilityFreshness;
import org.candela.worklist.ui.WorklistRow;

/** The list over all facilities: its order, taking the next study, and a facility that goes away. */
final class ListActs {
    private final ShiftStage stage;
    private final Hands hands;

    ListActs(ShiftStage stage, Hands hands) {
        this.stage = stage;
        this.hands = hands;
    }

    List<Act> acts() {
        return List.of(
                new Act("worklist", "Look at the list over both facilities", this::look),
                new Act("open", "Open the next study", this::openNext));
    }

    List<Act> afterReading() {
        return List.of(
                new Act("facility-down", "Go on while a facility answers 500", this::facilityDown),
                new Act("next-case", "Open the next study", this::openNext),
                new Act("put-aside", "Put it aside", this::putAside));
    }

    private ObservableList<WorklistRow> rows() {
        return stage.work().worklist().rows();
    }

    private String look() throws ShiftException {
        hands.turnTo(stage.window(ScreenRole.WORK));
        hands.press(KeyCode.F2);
        hands.press(KeyCode.F5);
        hands.until(
                "studies of every facility",
                () -> facilitiesListed().size() == stage.behind().facilities().size());
        List<WorklistRow> shown = hands.see(() -> List.copyOf(rows()));
        for (int i = 1; i < shown.size(); i++) {
            ShiftException.require(
                    isInOrder(shown.get(i - 1).item(), shown.get(i).item()),
                    "row " + i + " stands above a more urgent one");
        }
        WorklistRow first = shown.get(0);
        ShiftException.require(!first.reason().isBlank(), "the first row does not say why it is the first");
        return shown.size() + " studies of " + stage.behind().facilities().size() + " facilities; the first is "
                + first.modality() + " of " + first.item().id().facility() + ": " + first.reason();
    }

    private Set<FacilityId> facilitiesListed() {
        return rows().stream().map(row -> row.item().id().facility()).collect(Collectors.toSet());
    }

    /** By priority, then by deadline. */
    private static boolean isInOrder(ReadingItem above, ReadingItem below) {
        int byPriority = above.urgency().priority().compareTo(below.urgency().priority());
        return byPriority < 0
                || (byPriority == 0
                        && !above.urgency().deadline().isAfter(below.urgency().deadline()));
    }

    // [impl->req~demo.shift-one-patient~1]
    private String openNext() throws ShiftException {
        hands.turnTo(stage.window(ScreenRole.WORK));
        Optional<OpenedCase> before = hands.see(() -> current());
        ReadingItem wanted =
                hands.see(() -> stage.work().worklist().next().orElseThrow()).item();
        long start = System.nanoTime();
        hands.press(KeyCode.F9);
        hands.until(
                "the study is open", () -> current().isPresent() && !current().equals(before));
        Images.untilDrawn(stage, hands);
        long millis = (System.nanoTime() - start) / 1_000_000;
        OpenedCase open = hands.see(() -> current().orElseThrow());
        ShiftException.require(open.item().id().equals(wanted.id()), "another study than the next one was opened");
        String patient = Formats.personName(open.study().patient().name());
        hands.until("the report is that of the images", () -> stage.work()
                .report()
                .reportProperty()
                .get()
                .filter(report -> report.draft()
                        .study()
                        .studyInstanceUid()
                        .equals(open.study().uid()))
                .isPresent());
        for (String id : List.of("work-patient", "report-patient")) {
            String shown = hands.see(() -> ((Label) stage.find(ScreenRole.WORK, id)).getText());
            ShiftException.require(shown.startsWith(patient), id + " names another patient");
        }
        hands.until("the claim is on the list", () -> stateOf(open.item()) == ReadingState.OPEN);
        return open.study().instanceCount() + " objects and " + open.priors().size()
                + " prior; banner, images and report are of one patient; claimed; " + millis
                + " ms from the key to the drawn images";
    }

    private Optional<OpenedCase> current() {
        return stage.reading().cases().currentProperty().get();
    }

    private ReadingState stateOf(ReadingItem item) {
        return stage.work().worklist().itemOf(item.id()).map(ReadingItem::state).orElseThrow();
    }

    private String facilityDown() throws ShiftException {
        DemoFacility last =
                stage.behind().facilities().get(stage.behind().facilities().size() - 1);
        int before = hands.see(() -> rows().size());
        last.faults().inject(Service.QUERY, Fault.SERVER_ERROR);
        hands.turnTo(stage.window(ScreenRole.WORK));
        hands.press(KeyCode.F5);
        hands.until("the list is marked stale", () -> stale().isPresent());
        String mark = hands.see(() -> stale().orElseThrow().age());
        ShiftException.require(hands.see(() -> rows().size()) == before, "rows vanished");
        last.faults().clear();
        return "its " + before + " rows stay; marked \"" + mark + "\"";
    }

    private Optional<FacilityFreshness> stale() {
        return stage.work().worklist().freshness().stream()
                .filter(facility -> !facility.isUpToDate())
                .findFirst();
    }

    private String putAside() throws ShiftException {
        OpenedCase open = hands.see(() -> current().orElseThrow());
        hands.press(KeyCode.F5);
        hands.press(KeyCode.W, KeyCode.CONTROL);
        hands.until(
                "the screens are empty",
                () -> current().isEmpty() && stage.reading().session().study().isEmpty());
        hands.until("the list says so", () -> stateOf(open.item()) == ReadingState.PUT_ASIDE);
        return "images and report are gone; the claim stays: " + hands.see(() -> stateOf(open.item()));
    }
}
