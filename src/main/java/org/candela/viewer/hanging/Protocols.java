package org.candela.viewer.hanging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.HangingPlan;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.yaml.TextFormatException;

/** A reader's own protocols and those that come with the program. Immutable. */
// [impl->req~viewer.hanging~1]
public final class Protocols implements HangingPlan {
    private final List<HangingProtocol> own;
    private final List<HangingProtocol> practice;
    private final List<HangingProtocol> shipped;

    private Protocols(List<HangingProtocol> own, List<HangingProtocol> practice, List<HangingProtocol> shipped) {
        this.own = List.copyOf(own);
        this.practice = List.copyOf(practice);
        this.shipped = List.copyOf(shipped);
    }

    /** Those that come with the program. */
    public static Protocols shipped() {
        try (InputStream file = Objects.requireNonNull(
                Protocols.class.getResourceAsStream("hanging-protocols.yaml"), "hanging-protocols.yaml is missing")) {
            return new Protocols(
                    List.of(), List.of(), ProtocolsYaml.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TextFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with these as the reader's own. */
    public Protocols withOwn(List<HangingProtocol> protocols) {
        return new Protocols(protocols, practice, shipped);
    }

    /** The same with these of the practice, below the reader's own. */
    // [impl->req~practice.layers~1]
    public Protocols withPractice(List<HangingProtocol> protocols) {
        return new Protocols(own, protocols, shipped);
    }

    /** Whether a protocol in use is the practice's. */
    public boolean isOfPractice(String id) {
        return notReplaced(practice, own.stream())
                .anyMatch(protocol -> protocol.id().equals(id));
    }

    /** All of them: the reader's own first, then the practice's. */
    public List<HangingProtocol> all() {
        return Stream.of(own.stream(), practiceNotReplaced(), shippedNotReplaced())
                .flatMap(each -> each)
                .toList();
    }

    /**
     * The stages of the protocol that fits best: the reader's own before others, then the one that asks for most. A stage
     * that would hang less than it asks for, or what an earlier one hangs, is left out.
     */
    @Override
    public List<Stage> stages(ReadingStudy current, List<ReadingStudy> priorsNewestFirst) {
        for (HangingProtocol protocol : bestFirst(current, comparable(current, priorsNewestFirst))) {
            List<Stage> stages = fill(protocol, current, priorsNewestFirst);
            if (!stages.isEmpty()) {
                return stages;
            }
        }
        return List.of(new Stage("", "", Hanging.EMPTY));
    }

    /** Priors with a stack of a modality that the study has. */
    private static int comparable(ReadingStudy current, List<ReadingStudy> priors) {
        Set<String> modalities =
                current.stacks().stream().map(ImageStack::modality).collect(Collectors.toSet());
        return (int) priors.stream()
                .filter(prior ->
                        prior.stacks().stream().map(ImageStack::modality).anyMatch(modalities::contains))
                .count();
    }

    private List<HangingProtocol> bestFirst(ReadingStudy study, int priors) {
        return Stream.of(own.stream(), practiceNotReplaced(), shippedNotReplaced())
                .flatMap(each -> ranked(each, study, priors))
                .toList();
    }

    private Stream<HangingProtocol> practiceNotReplaced() {
        return notReplaced(practice, own.stream());
    }

    private Stream<HangingProtocol> shippedNotReplaced() {
        return notReplaced(shipped, Stream.concat(own.stream(), practice.stream()));
    }

    private static Stream<HangingProtocol> notReplaced(
            List<HangingProtocol> protocols, Stream<HangingProtocol> instead) {
        Set<String> ids = instead.map(HangingProtocol::id).collect(Collectors.toSet());
        return protocols.stream().filter(protocol -> !ids.contains(protocol.id()));
    }

    private static Stream<HangingProtocol> ranked(Stream<HangingProtocol> protocols, ReadingStudy study, int priors) {
        return protocols
                .map(protocol -> Map.entry(protocol, protocol.match().score(study, priors)))
                .filter(entry -> entry.getValue().isPresent())
                .sorted(Comparator.comparingInt(entry -> -score(entry.getValue())))
                .map(Map.Entry::getKey);
    }

    private static int score(OptionalInt score) {
        return score.orElseThrow();
    }

    private static List<Stage> fill(
            HangingProtocol protocol, ReadingStudy current, List<ReadingStudy> priorsNewestFirst) {
        List<Stage> stages = new ArrayList<>();
        for (StagePlan plan : protocol.stages()) {
            Hanging hanging = new StageFiller(current, priorsNewestFirst).fill(plan);
            boolean isNew = stages.stream().noneMatch(stage -> stage.hanging().equals(hanging));
            if (isNew && hanging.hung().size() >= plan.least()) {
                stages.add(new Stage(protocol.name(), plan.name(), hanging));
            }
        }
        return stages;
    }
}
