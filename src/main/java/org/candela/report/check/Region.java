package org.candela.report.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.candela.report.SignContext;

/**
 * A part of the body as orders, images and templates name it.
 *
 * @param ordered words of a study's description, and defined terms of Body Part Examined (PS3.16 annex L)
 * @param also regions that are seen beside it
 * @param own what only its templates say
 */
record Region(String name, Pattern ordered, Set<String> also, Pattern own) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    /** Limbs and breasts: the only ones of which a side of the images is a side of the body that was examined. */
    private static final Set<String> PAIRED =
            Set.of("BREAST", "SHOULDER", "ARM", "ELBOW", "HAND", "HIP", "LEG", "KNEE", "FOOT");

    private static final List<Region> SHIPPED =
            Table.rows("regions.tsv", 4).stream().map(Region::of).toList();

    private static Region of(List<String> row) {
        return new Region(
                row.get(0),
                Pattern.compile("\\b(?:" + row.get(1) + ")\\b"),
                Set.of(row.get(2).split(",")),
                row.get(3).isEmpty() ? NOTHING : Pattern.compile("\\b(?:" + row.get(3) + ")\\b"));
    }

    static List<Region> all() {
        return SHIPPED;
    }

    /** Those that the order or the images name. */
    static List<Region> of(SignContext context) {
        String named = (context.draft().study().order().examination().description() + " "
                        + String.join(" ", context.facts().images().bodyParts()))
                .toLowerCase(Locale.ROOT);
        return SHIPPED.stream()
                .filter(region -> region.ordered().matcher(named).find())
                .toList();
    }

    boolean isPaired() {
        return PAIRED.contains(name);
    }
}
