package org.candela.report.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;

/**
 * A report of a left knee speaks of the left knee. The side is the order's, or the images' where the order names none; where
 * both name one they must agree: a preliminary report may be signed in spite of it, since the patient waits, a final one not.
 *
 * <p>Images of a trunk or head tell no side: there the letter is often the projection's (a left lateral chest).
 */
// [impl->req~report.sign-laterality-order~1]
final class LateralityOrderRule implements SignRule {
    /** Sentences that may speak of the other side. */
    private static final Pattern COMPARED =
            Pattern.compile("\\b(?:compar\\w*|contralateral|prior|previous\\w*|history|partly included"
                    + "|not imaged|separately|access|approach|asymptomatic|opposite)\\b");

    @Override
    public String id() {
        return "sign.laterality-order";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        String order = text.context()
                .draft()
                .study()
                .order()
                .examination()
                .description()
                .toLowerCase(Locale.ROOT);
        Optional<Side> ordered = single(order.contains("pelvis") ? Set.of() : Side.in(order));
        Optional<Side> imaged = single(imaged(text));
        if (ordered.isPresent() && imaged.isPresent() && !ordered.equals(imaged)) {
            return List.of(disagreement(
                    text.context(),
                    "The order is of the " + ordered.orElseThrow().word() + " side, the images say "
                            + imaged.orElseThrow().word() + ": ask the facility before anything is signed."));
        }
        return ordered.or(() -> imaged).map(side -> wrong(text, side)).orElse(List.of());
    }

    private SignFinding disagreement(SignContext context, String message) {
        return context.meaning() == SignatureMeaning.PRELIMINARY ? warn("", message) : block("", message);
    }

    private List<SignFinding> wrong(CheckedText text, Side side) {
        List<Sentence> said = Stream.of(Part.TECHNIQUE, Part.FINDINGS, Part.IMPRESSION)
                .flatMap(part -> text.sentences(part).stream())
                .filter(sentence -> !sentence.has(COMPARED))
                .toList();
        boolean isSaid = said.stream().anyMatch(sentence -> sides(sentence).contains(side));
        return isSaid
                ? List.of()
                : said.stream()
                        .filter(sentence -> sides(sentence).contains(side.other()))
                        .map(sentence -> warn(
                                sentence,
                                sentence.whole(),
                                "The study is of the " + side.word() + " side and " + Prose.quoted(sentence.text())
                                        + " is said of the " + side.other().word()
                                        + ": mend it or ask which was examined."))
                        .toList();
    }

    private static Set<Side> sides(Sentence sentence) {
        return Side.in(sentence.label() + " " + sentence.text());
    }

    private static Set<Side> imaged(CheckedText text) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        if (!Region.of(text.context()).stream().allMatch(Region::isPaired)) {
            return sides;
        }
        for (String side : text.context().facts().images().sides()) {
            switch (side) {
                case "L" -> sides.add(Side.LEFT);
                case "R" -> sides.add(Side.RIGHT);
                default -> sides.addAll(EnumSet.allOf(Side.class));
            }
        }
        return sides;
    }

    private static Optional<Side> single(Set<Side> sides) {
        return sides.size() == 1 ? sides.stream().findFirst() : Optional.empty();
    }
}
