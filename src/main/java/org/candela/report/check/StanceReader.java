package org.candela.report.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.check.Mention.Change;
import org.candela.report.check.Mention.Stance;

/**
 * Reads whether a sentence affirms or denies what it names, after the idea of NegEx (Chapman 2001): cues before and after the
 * words, each reaching to the end of its clause, with the turns that only look like denials taken out first.
 */
// [impl->req~report.sign-negation~1]
final class StanceReader {
    /** Turns that hold a denying word and deny nothing of the finding; blanked out before cues are sought. */
    private static final Pattern NO_DENIAL =
            Pattern.compile("\\bno (?:significant |interval |appreciable |substantial |definite )*"
                    + "(?:change|increase|decrease|growth|progression)\\b|\\bnot (?:significantly |appreciably )?changed\\b|\\bnot only\\b"
                    + "|\\bwithout (?:significant |interval )*change\\b|\\bno doubt\\b");

    private static final Pattern DENIAL =
            Pattern.compile("\\b(?:no|without|not|neither|nor|negative for|absence of|absent|free of"
                    + "|denies|lack of|rules? out any|ruled out)\\b");
    /** What narrows a denial to one form of the finding. */
    private static final Pattern NARROWED =
            Pattern.compile("\\b(?:new|other|additional|further|residual|recurrent|displaced|saddle"
                    + "|significant|large|focal|suspicious|periprosthetic|central|obstructing|high-grade|tension|definite|complete"
                    + "|full-thickness|worsening|superimposed|enlarging|mismatched|segmental|pelvic|skull|rib|compression|labral|supine"
                    + "|acute or|frank|gross|sizable)\\b");

    private static final Pattern ACUTE = Pattern.compile("\\bacute\\b");
    private static final Pattern UNSURE =
            Pattern.compile("\\b(?:possibl[ey]|may|might|cannot exclude|could|suspicious for"
                    + "|concerning for|suspected|questionable|question of|probabl[ey]|likely|probability|versus|vs|favou?red|suggest\\w*"
                    + "|differential|indeterminate)\\b");
    private static final Pattern UNSURE_AFTER =
            Pattern.compile("^[^.;]{0,50}\\b(?:not excluded|cannot be excluded|versus|vs\\b"
                    + "|is possible|is suspected|not entirely excluded)");
    private static final Pattern SPOKEN =
            Pattern.compile("\\b(?:to exclude|rule out|r/o|if|consider|evaluat(?:e|ion) (?:for|of)"
                    + "|assess(?:ment)? (?:for|of)|concern for|screening for|family|risk of|search for)\\b");
    private static final Pattern SPOKEN_AFTER =
            Pattern.compile("^[^.;]{0,30}\\bis (?:a )?(?:clinical concern|clinically suspected)");
    private static final Pattern PAST =
            Pattern.compile("\\b(?:old|healed|healing|chronic|remote|prior|previous(?:ly)?|former|known"
                    + "|status post|s/p|history of|resol(?:ved|ution of)|reduced|treated|evacuat(?:ed|ion of)|repair(?:ed)?|removed"
                    + "|postoperative|cleared|decrease from|fixation of)\\b");
    private static final Pattern PAST_AFTER = Pattern.compile(
            "^[^.;]{0,40}\\b(?:(?:has|have) (?:been )?(?:resolved|cleared|healed"
                    + "|reduced|removed)|is no longer|no longer|has been reduced|are no longer|resolved|repair|, chronic|has disappeared)\\b");
    private static final Pattern DENIED_AFTER = Pattern.compile(
            "^[^,.;]{0,30}\\b(?:is|are|was|were) (?:not (?!excluded)|absent|excluded" + "|ruled out|unlikely)");

    private static final Pattern NEW = Pattern.compile("\\bnew(?:ly)?\\b|\\bhas (?:developed|appeared)\\b");
    private static final Pattern MORE =
            Pattern.compile("\\b(?:increas(?:ed|ing)|enlarg(?:ing|ement)|larger|grown|growing|worsen(?:ed|ing)"
                    + "|progress(?:ed|ion|ive))\\b");
    private static final Pattern LESS =
            Pattern.compile("\\b(?:decreas(?:ed|ing)|smaller|improv(?:ed|ing)|regress(?:ed|ion))\\b");
    private static final Pattern SAME =
            Pattern.compile("\\b(?:unchanged|stable|no (?:significant |interval )*change|not changed)\\b");

    private StanceReader() {}

    static Stance stance(String sentence, int from, int to) {
        String clean = blanked(sentence, NO_DENIAL);
        String before = clean.substring(Clause.start(clean, from), from);
        String after = clean.substring(to);
        String clauseAfter = clean.substring(to, Clause.end(clean, to));
        if (SPOKEN.matcher(before).find() || SPOKEN_AFTER.matcher(after).find()) {
            return Stance.SPOKEN_OF;
        }
        if (PAST_AFTER.matcher(clauseAfter).find()) {
            return Stance.PAST;
        }
        Matcher denial = DENIAL.matcher(before);
        int cue = -1;
        while (denial.find()) {
            cue = denial.end();
        }
        if (cue >= 0) {
            return NARROWED.matcher(before.substring(cue)).find() ? Stance.PARTLY_DENIED : Stance.DENIED;
        }
        return affirmed(before, clauseAfter);
    }

    private static Stance affirmed(String before, String after) {
        if (UNSURE_AFTER.matcher(after).find()) {
            return Stance.UNSURE;
        }
        if (DENIED_AFTER.matcher(after).find()) {
            return Stance.DENIED;
        }
        if (PAST.matcher(before).find()) {
            return Stance.PAST;
        }
        return UNSURE.matcher(before).find() ? Stance.UNSURE : Stance.AFFIRMED;
    }

    /** Whether a denial is one of acute findings alone, which an old one does not contradict. */
    static boolean isOfAcuteAlone(String sentence, int from) {
        return ACUTE.matcher(sentence.substring(Clause.start(sentence, from), from))
                .find();
    }

    static Change change(String sentence) {
        if (SAME.matcher(sentence).find()) {
            return Change.SAME;
        }
        if (MORE.matcher(sentence).find()) {
            return Change.MORE;
        }
        if (LESS.matcher(sentence).find()) {
            return Change.LESS;
        }
        return NEW.matcher(sentence).find() ? Change.NEW : Change.UNTOLD;
    }

    private static String blanked(String text, Pattern pattern) {
        return pattern.matcher(text)
                .replaceAll(match -> "_".repeat(match.group().length()));
    }
}
