package org.candela.practice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A paper that facilities ask for when they credential.
 *
 * @param title as {@code ABR diagnostic radiology}
 * @param expires empty where it does not
 * @param documentSha256 hash of the kept copy, lower-case hex; empty where none is kept
 */
public record DossierItem(
        Paper paper, String title, LocalDate dated, Optional<LocalDate> expires, Optional<String> documentSha256)
        implements PracticeRecord {
    public DossierItem {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a paper needs a title");
        }
    }

    /** The sorts of papers, and how many of each a facility usually asks for. */
    public enum Paper {
        BOARD_CERTIFICATION(1),
        MALPRACTICE_HISTORY(1),
        CONTINUING_EDUCATION(1),
        DEA_REGISTRATION(1),
        REFERENCE(3),
        OTHER(0);

        private final int usual;

        Paper(int usual) {
            this.usual = usual;
        }

        /** In words. */
        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** How many are usually asked for. */
        public int usual() {
            return usual;
        }
    }

    /** Whether it counts on that day. */
    public boolean isValidOn(LocalDate day) {
        return expires.filter(day::isAfter).isEmpty();
    }

    @Override
    public Kind kind() {
        return Kind.DOSSIER;
    }

    @Override
    public String key() {
        return paper + " " + title;
    }

    @Override
    public String text() {
        return paper.title() + ": " + title + ", " + dated
                + expires.map(day -> ", expires " + day).orElse("");
    }
}
