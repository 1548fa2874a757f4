package org.candela.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one signed version says otherwise than another, word by word and section by section. Pure.
 *
 * <pre>{@code
 * VersionDiff.between(preliminary, last).forEach(section -> ...);
 * }</pre>
 */
// [impl->req~report.diff~1]
public final class VersionDiff {
    /** A word with the space before it, so that pieces put together are the text again. */
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private VersionDiff() {}

    /** What happened to a piece of text. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A run of words. */
    public record Piece(Kind kind, String text) {}

    /** One section of both versions; a section that is missing in one is empty there. */
    public record Section(String heading, List<Piece> pieces) {
        public Section {
            pieces = List.copyOf(pieces);
        }

        /** Whether both versions say the same here. */
        public boolean isSame() {
            return pieces.stream().allMatch(piece -> piece.kind() == Kind.KEPT);
        }
    }

    /** All sections, in the order of {@code after}, then those that are gone. */
    public static List<Section> between(SignedReport before, SignedReport after) {
        Set<String> headings = new LinkedHashSet<>();
        after.sections().forEach(section -> headings.add(section.heading()));
        before.sections().forEach(section -> headings.add(section.heading()));
        return headings.stream()
                .map(heading -> new Section(heading, pieces(text(before, heading), text(after, heading))))
                .toList();
    }

    private static String text(SignedReport report, String heading) {
        return report.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .map(ReportSection::text)
                .collect(Collectors.joining("\n"));
    }

    static List<Piece> pieces(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(Kind.KEPT, old.subList(at, delta.getSource().getPosition()), pieces);
            add(Kind.REMOVED, delta.getSource().getLines(), pieces);
            add(Kind.ADDED, delta.getTarget().getLines(), pieces);
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(Kind.KEPT, old.subList(at, old.size()), pieces);
        return pieces;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
    }

    private static void add(Kind kind, List<String> words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
