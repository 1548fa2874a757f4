package org.candela.report.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Categories of the reporting systems: BI-RADS 4A, LI-RADS 5, TI-RADS 3, Lung-RADS 4X, Bosniak IIF. */
final class CategoryRule implements WordRule {
    private static final int LONGEST = 3;
    private static final Map<String, Scale> SCALES = new HashMap<>();
    private static final Map<String, String> ROMAN = Map.of("1", "I", "2", "II", "3", "III", "4", "IV");
    /** Behind "four A" these show that the A was an article. */
    private static final Set<String> BEHIND_A_LETTER = Set.of(
            Words.NONE,
            "period",
            "comma",
            "lesion",
            "mass",
            "finding",
            "findings",
            "suspicious",
            "low",
            "category",
            "nodule",
            "and",
            "new",
            "observation",
            "is",
            "close",
            "colon",
            "semicolon",
            "calcifications",
            "assessment");

    static {
        scale(
                new Scale("BI-RADS", "0123456", "4:abc"),
                "bi rads",
                "by rads",
                "birads",
                "bi-rads",
                "bye rads",
                "b i rads");
        scale(new Scale("LI-RADS", "12345", ""), "li rads", "lie rads", "lirads", "li-rads", "l i rads");
        scale(new Scale("LR-", "12345", ""), "l r", "lr");
        scale(new Scale("TI-RADS", "12345", "4:abc"), "ti rads", "tie rads", "tirads", "ti-rads", "t i rads");
        scale(new Scale("TR", "12345", ""), "t r", "tr");
        scale(new Scale("PI-RADS", "12345", ""), "pi rads", "pie rads", "pirads", "pi-rads", "p i rads");
        scale(new Scale("O-RADS", "012345", ""), "o rads", "orads", "o-rads", "oh rads");
        scale(new Scale("CAD-RADS", "012345", "4:ab"), "cad rads", "cadrads", "cad-rads");
        scale(new Scale("NI-RADS", "01234", "2:ab"), "ni rads", "nirads", "ni-rads");
        scale(new Scale("Lung-RADS", "01234", "4:abx 1:s 2:s 3:s"), "lung rads", "lungrads", "lung-rads", "long rads");
        scale(new Scale("Bosniak", "1234", "2:f"), "bosniak");
    }

    @Override
    public Optional<Written> at(Words words, int at) {
        for (int count = Math.min(LONGEST, words.size() - at); count > 0; count--) {
            Scale scale = SCALES.get(words.phrase(at, count));
            if (scale != null) {
                return category(words, at, at + count, scale);
            }
        }
        return Optional.empty();
    }

    private static Optional<Written> category(Words words, int from, int nameEnd, Scale scale) {
        boolean isBare = scale.name.length() <= 3;
        int at = words.isOneOf(nameEnd, Set.of("category", "class", "score")) && !isBare ? nameEnd + 1 : nameEnd;
        String named = at == nameEnd ? scale.name : scale.name + " " + words.at(nameEnd);
        String whole = words.at(at);
        if (whole.matches("\\d[a-z]") && scale.has(whole.substring(0, 1))) {
            return Optional.of(Written.word(at + 1, scale.written(named, whole.substring(0, 1), whole.substring(1))));
        }
        Optional<String> figure = NumberWords.digit(words, at).filter(scale::has);
        if (figure.isEmpty()) {
            return isBare || from == nameEnd ? Optional.empty() : Optional.of(Written.word(nameEnd, scale.name));
        }
        String letter = words.at(at + 1);
        boolean takes = scale.takes(figure.get(), letter)
                && ((!letter.equals("a") && !letter.equals("s")) || words.isOneOf(at + 2, BEHIND_A_LETTER));
        return Optional.of(
                Written.word(takes ? at + 2 : at + 1, scale.written(named, figure.get(), takes ? letter : "")));
    }

    private static void scale(Scale scale, String... spoken) {
        for (String words : spoken) {
            SCALES.put(words, scale);
        }
    }

    /**
     * A reporting system.
     *
     * @param figures its categories
     * @param letters which letters stand behind which figure
     */
    private record Scale(String name, String figures, String letters) {
        boolean has(String figure) {
            return figures.contains(figure);
        }

        boolean takes(String figure, String letter) {
            for (String pair : letters.split(" ")) {
                if (pair.startsWith(figure + ":")
                        && letter.length() == 1
                        && pair.substring(2).contains(letter)) {
                    return true;
                }
            }
            return false;
        }

        String written(String named, String figure, String letter) {
            String category = figure + letter.toUpperCase(Locale.ROOT);
            if (name.equals("Bosniak")) {
                category = ROMAN.getOrDefault(figure, figure) + letter.toUpperCase(Locale.ROOT);
            }
            boolean isGlued = name.equals("LR-") || name.equals("TR");
            return isGlued ? named + category : named + " " + category;
        }
    }
}
