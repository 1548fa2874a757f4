package org.candela.dictation.check;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * One item of the card for all that dictation needs. Nothing of it keeps anybody from reading: one can type. Blocks on devices.
 */
// [impl->req~dictation.ready~1]
public final class DictationCheck implements ReadinessCheck {
    private static final String ID = "dictation";
    private static final String TITLE = "Dictation";

    private final DictationDesk desk;
    private final MicrophoneTrial microphone;

    public DictationCheck(DictationDesk desk, Clock clock) {
        this.desk = desk;
        this.microphone = new MicrophoneTrial(desk, clock);
    }

    /** @param toDo empty where there is nothing to do */
    record Part(Status status, String found, String toDo, Evidence evidence) {
        static Part of(Status status, String found, String toDo) {
            return new Part(status, found, toDo, Evidence.NONE);
        }

        static Part ready(String found) {
            return of(Status.READY, found, "");
        }
    }

    @Override
    public ReadinessItem evaluate() {
        List<Part> parts = new ArrayList<>(List.of(microphone.part(), engine(), seal()));
        if (desk.pedal() != DictationDesk.Pedal.NOT_TAUGHT) {
            parts.add(pedal());
        }
        Status worst =
                parts.stream().map(Part::status).min(Comparator.naturalOrder()).orElse(Status.NOT_ASSESSED);
        return new ReadinessItem(
                        ID, TITLE, worst, joined(parts.stream().map(Part::found).toList()), toDo(parts))
                .with(parts.get(0).evidence());
    }

    private static String toDo(List<Part> parts) {
        return joined(
                parts.stream().map(Part::toDo).filter(words -> !words.isEmpty()).toList());
    }

    private static String joined(List<String> sentences) {
        return sentences.stream().collect(Collectors.joining(" "));
    }

    private Part engine() {
        String standing = desk.engineStanding();
        return switch (desk.engine()) {
            case LOADED -> Part.ready("Engine loaded: " + standing + ".");
            case NOT_LOADED ->
                Part.of(
                        Status.NOT_ASSESSED,
                        "Engine is being loaded: " + standing + ".",
                        "Check again in a few seconds.");
            case MISSING ->
                Part.of(
                        Status.WARNING,
                        "No engine: " + standing + ".",
                        "What is said is kept and waits; choose the built-in engine: candela dictate --engine sphinx.");
            case FAILED ->
                Part.of(
                        Status.WARNING,
                        "The engine does not start: " + standing + ".",
                        "What is said is kept and waits; choose another engine, or start Candela again.");
        };
    }

    private Part seal() {
        return switch (desk.seal()) {
            case SEALED -> Part.ready("What is said is sealed.");
            case PLAIN ->
                Part.of(
                        Status.WARNING,
                        "What is said lies plain on the disk.",
                        "Make a key store: candela vault create.");
            case LOCKED ->
                Part.of(
                        Status.WARNING,
                        "The key store is locked, so what is said lies plain on the disk.",
                        "Start Candela again and give its passphrase.");
        };
    }

    private Part pedal() {
        return switch (desk.pedal()) {
            case AWAY ->
                Part.of(
                        Status.WARNING,
                        "The device whose buttons were taught is not plugged in.",
                        "Plug it in; until then Ctrl+Space talks and stops.");
            case NOT_LOOKED_FOR ->
                Part.of(Status.NOT_ASSESSED, "Pedals were not looked for: a display is being measured.", "");
            case PLUGGED_IN, NOT_TAUGHT -> Part.ready("The buttons that were taught are plugged in.");
        };
    }
}
