package org.candela.report.wording;

import java.util.Set;

/**
 * Tells the nouns from the marks that sound alike: "the perioperative period", "a period of", "the ascending colon", "a new
 * line in the vein", "a comma shaped fragment".
 */
final class NounContext {
    private static final Set<String> ARTICLES =
            Set.of("a", "an", "the", "each", "every", "any", "same", "that", "this", "no");
    private static final Set<String> DURING = Set.of("during", "in", "over", "throughout", "for", "within", "through");
    private static final Set<String> KINDS_OF_PERIOD = Set.of(
            "perioperative",
            "postoperative",
            "preoperative",
            "intraoperative",
            "perinatal",
            "neonatal",
            "postnatal",
            "prenatal",
            "antenatal",
            "postpartum",
            "peripartum",
            "menstrual",
            "gestational",
            "observation",
            "interval",
            "recovery",
            "refractory",
            "incubation",
            "latency",
            "latent",
            "treatment",
            "waiting",
            "up",
            "followup",
            "follow-up",
            "time",
            "short",
            "long",
            "longer",
            "brief",
            "prolonged",
            "extended",
            "early",
            "late",
            "interim",
            "intervening",
            "entire",
            "study",
            "window",
            "healing",
            "chemotherapy",
            "posttreatment",
            "embryonic",
            "fetal");
    private static final Set<String> SPANS = Set.of("second", "minute", "hour", "day", "week", "month", "year");

    private static final Set<String> BEFORE_COLON = Set.of(
            "the",
            "ascending",
            "descending",
            "transverse",
            "sigmoid",
            "distal",
            "proximal",
            "entire",
            "redundant",
            "large",
            "visualized",
            "visualised",
            "remaining",
            "remainder",
            "decompressed",
            "mid",
            "rest",
            "dilated",
            "filled",
            "and",
            "of",
            "within",
            "throughout",
            "opacified",
            "collapsed",
            "a",
            "or",
            "tortuous",
            "rectosigmoid",
            "this",
            "by",
            "involving",
            "along",
            "abnormal",
            "thickened",
            "unprepped",
            "prepped",
            "pelvic",
            "his",
            "her",
            "their",
            "into");
    private static final Set<String> SIDES = Set.of("left", "right", "in", "small", "normal");
    private static final Set<String> BEHIND_COLON = Set.of(
            "is",
            "are",
            "was",
            "were",
            "demonstrates",
            "shows",
            "appears",
            "cancer",
            "carcinoma",
            "adenocarcinoma",
            "wall",
            "polyp",
            "polyps",
            "contains",
            "resection",
            "mass",
            "anastomosis",
            "has",
            "diverticulosis",
            "diverticula",
            "interposition",
            "remains",
            "lesion",
            "lumen",
            "and",
            "without",
            "with",
            "caliber",
            "calibre",
            "containing",
            "measures",
            "cutoff",
            "perforation",
            "distension",
            "distention",
            "cleansing");
    private static final Set<String> HEADINGS = Set.of(
            "findings",
            "impression",
            "technique",
            "comparison",
            "indication",
            "history",
            "procedure",
            "examination",
            "exam",
            "clinical",
            "contrast",
            "lungs",
            "liver",
            "bowel",
            "bones",
            "heart",
            "mediastinum",
            "kidneys",
            "spleen",
            "pancreas",
            "following",
            "follows",
            "recommendation",
            "recommendations",
            "conclusion",
            "addendum",
            "dose",
            "note",
            "measurements",
            "levels",
            "level",
            "chest",
            "abdomen",
            "pelvis",
            "brain",
            "spine");

    private NounContext() {}

    static boolean isNoun(Words words, int at, int count) {
        return switch (words.at(at + count - 1)) {
            case "period" -> isPeriod(words, at);
            case "colon" -> count == 1 && isOrgan(words, at);
            case "comma" -> words.is(at + 1, "shaped") || words.is(at + 1, "like");
            case "line" -> isArticle(words, at - 1) || words.is(at - 1, "of") || words.is(at + 1, "placement");
            case "hyphen", "dash" -> words.is(at + 1, "like");
            default -> false;
        };
    }

    private static boolean isPeriod(Words words, int at) {
        String before = words.at(at - 1);
        boolean isLetter =
                before.equals("a") && NumberWords.digit(words, at - 2).isPresent();
        if (isLetter) {
            return false; // "four A period": a category, not an article
        }
        if (Set.of("a", "an", "the", "each", "every", "same", "menstrual", "refractory", "incubation")
                .contains(before)) {
            return true;
        }
        if (before.equals("this") || before.equals("that")) {
            return words.isOneOf(at - 2, DURING);
        }
        if (words.is(at + 1, "of") && !words.is(at + 2, "note") && !words.is(at + 2, "the")) {
            return words.is(at + 2, "time")
                    || words.at(at + 2).matches("\\d.*|one|two|three|four|five|six|several|observation");
        }
        if (KINDS_OF_PERIOD.contains(before) || SPANS.contains(before) || SPANS.contains(afterHyphen(before))) {
            return hasArticle(words, at);
        }
        return false;
    }

    /** Whether an article stands within the four words before, in the same sentence. */
    private static boolean hasArticle(Words words, int at) {
        for (int back = 2; back <= 5; back++) {
            String word = words.at(at - back);
            if (word.equals(Words.NONE) || (MarkRule.length(words, Math.max(at - back, 0)) > 0 && at - back >= 0)) {
                return false;
            }
            if (ARTICLES.contains(word) || (back == 2 && DURING.contains(word))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrgan(Words words, int at) {
        String before = words.at(at - 1);
        if (HEADINGS.contains(before)) {
            return false;
        }
        boolean isBeginning = before.equals(Words.NONE) || isMark(words, at - 1);
        if (isBeginning || BEFORE_COLON.contains(before)) {
            return true;
        }
        if (SIDES.contains(before)) {
            boolean isSentenceStart = words.is(at - 2, Words.NONE) || isMark(words, at - 2);
            return !isSentenceStart || words.isOneOf(at + 1, BEHIND_COLON);
        }
        return words.isOneOf(at + 1, BEHIND_COLON) && !words.isEnd(at + 1);
    }

    private static boolean isMark(Words words, int at) {
        return at >= 0
                && Set.of("period", "comma", "semicolon", "line", "paragraph", "stop")
                        .contains(words.at(at));
    }

    private static boolean isArticle(Words words, int at) {
        return ARTICLES.contains(words.at(at));
    }

    private static String afterHyphen(String word) {
        return word.substring(word.lastIndexOf('-') + 1);
    }
}
