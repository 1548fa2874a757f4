package org.candela.report.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candela.report.SignFinding;

/** A size that an organ does not have: bounds so wide that disease stays within them and a slip of the unit does not. */
// [impl->req~report.sign-size-implausible~1]
final class OrganSizeRule implements SignRule {
    private static final List<Organ> ORGANS =
            Table.rows("organ-sizes.tsv", 4).stream().map(Organ::of).toList();
    /** The size is then of what lies in the organ. */
    private static final Pattern LESION =
            Pattern.compile("\\b(?:cysts?|nodules?|mass(?:es)?|lesions?|stones?|calcul(?:us|i)|abscess|tumou?r"
                    + "|collections?|focus|foci|fibroids?|hemangiomas?|polyps?|aneurysms?|hematomas?|scar|clips?|nodes?|adenomas?|angiomyolipoma"
                    + "|defect|diverticul\\w+|contains?|with|from|above|below|between|previously)\\b");
    /** {@code Left kidney: 4 mm obstructing calculus}. */
    private static final Pattern LESION_AFTER = Pattern.compile(
            "^[^.,;]{0,30}\\b(?:cysts?|nodules?|mass(?:es)?|lesions?|stones?|calcul(?:us|i)|polyps?|angiomyolipomas?|hemangiomas?)\\b");

    private static final int REACH = 45;

    private record Organ(Pattern name, boolean isBefore, double leastMm, double mostMm) {
        static Organ of(List<String> row) {
            return new Organ(
                    Pattern.compile("\\b(?:" + row.get(1) + ")\\b"),
                    row.get(0).equals("before"),
                    Double.parseDouble(row.get(2)),
                    Double.parseDouble(row.get(3)));
        }

        boolean isImplausible(Size size) {
            return size.millimetres() < leastMm || size.millimetres() > mostMm;
        }
    }

    @Override
    public String id() {
        return "sign.size-implausible";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        return Stream.of(Part.FINDINGS, Part.IMPRESSION)
                .flatMap(part -> Size.in(text.sentences(part)).stream())
                .flatMap(this::implausible)
                .distinct()
                .toList();
    }

    private Stream<SignFinding> implausible(Size size) {
        return ORGANS.stream()
                .filter(organ -> organ.isImplausible(size))
                .filter(organ -> organ.isBefore() ? isBefore(size, organ) : isAfter(size, organ))
                .limit(1)
                .map(organ -> warn(
                        size.sentence(),
                        size.sentence().span(size.from(), size.to()),
                        String.format(
                                Locale.ROOT,
                                "%s is beyond what such a structure measures (%.1f to %.0f mm): look at unit and point.",
                                size.written(),
                                organ.leastMm(),
                                organ.mostMm())));
    }

    /** {@code 6 cm pulmonary nodule}. */
    private static boolean isBefore(Size size, Organ organ) {
        String after = size.sentence().text().substring(size.to());
        Matcher name = organ.name().matcher(after);
        return name.find()
                && name.start() <= REACH / 2
                && !after.substring(0, name.start()).matches(".*[.,;:\\d].*");
    }

    /** {@code The spleen measures 110 cm}: the organ last named before the size, and nothing that may be measured between. */
    private static boolean isAfter(Size size, Organ organ) {
        String before = size.sentence().text().substring(0, size.from());
        int end = -1;
        Matcher name = organ.name().matcher(before);
        while (name.find()) {
            end = name.end();
        }
        if (end < 0 || size.from() - end > REACH) {
            return false;
        }
        if (LESION_AFTER.matcher(size.sentence().text().substring(size.to())).find()) {
            return false;
        }
        String between = before.substring(end);
        int clause = Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1;
        return !LESION.matcher(between).find()
                && !between.matches("(?s).*[,;\\d].*")
                && !LESION.matcher(before.substring(Math.min(clause, end))).find()
                && !namesAnother(between, organ);
    }

    private static boolean namesAnother(String between, Organ organ) {
        return ORGANS.stream()
                .filter(other -> !other.equals(organ))
                .anyMatch(other -> other.name().matcher(between).find());
    }
}
