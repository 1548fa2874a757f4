package org.candela.report.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words with a writing of their own: letters that are said one by one, modalities, names. */
final class CaseRule implements WordRule {
    private static final int LONGEST = 4;
    private static final Map<String, String> WRITTEN = new HashMap<>();
    /** Behind "C T", these show that an A belongs to it: CTA. */
    private static final Set<String> BEHIND_CTA = Set.of(
            Words.NONE,
            "of",
            "head",
            "neck",
            "chest",
            "abdomen",
            "with",
            "without",
            "shows",
            "demonstrates",
            "is",
            "was",
            "period",
            "comma",
            "images",
            "protocol",
            "angiogram",
            "and",
            "runoff",
            "from",
            "dated");

    static {
        spelled(
                "CT MRI MR PET SPECT HU IV CSF DWI ADC GRE SWI MIP MPR ROI SUV AP PA IVC SVC SMA SMV IMA ACL PCL MCL LCL");
        spelled("DVT PE COPD CHF CABG ICU NG ET PICC TIPS AV LAD RCA MCA ACA PCA PICA AICA ICA ECA CCA GI GU CBD IUD");
        spelled(
                "ERCP MRCP HIDA TIA CVA EVAR DISI VISI TFCC SLAP UCL TNM FDG PSA DEXA ED ER NSTEMI RV LV LVEF HCC IPMN");
        spelled(
                "AVM AVN CMC MTP PIP DIP TMJ IAC UPJ UVJ EDH SDH SAH IPH PRES STIR FLAIR AAA RLQ RUQ LLQ LUQ CXR KUB VP");
        as("CTA", "cta");
        as("MRA", "mra");
        as("MRV", "mrv", "m r v");
        as("SUVmax", "suv max", "s u v max", "suvmax");
        as("x-ray", "x ray", "xray");
        as("B-mode", "b mode");
        as("M-mode", "m mode");
        as("Hill-Sachs", "hill sachs");
        as("Baker", "baker");
        as("Baker's", "baker's");
        as("Schmorl", "schmorl");
        as("Schmorl's", "schmorl's");
        as("Bankart", "bankart");
        as("Chiari", "chiari");
        as("Doppler", "doppler");
        as("Modic", "modic");
        as("Fleischner", "fleischner");
        as("Couinaud", "couinaud");
        as("Crohn", "crohn");
        as("Crohn's", "crohn's", "crohns");
        as("Alzheimer's", "alzheimer's");
        as("Hounsfield", "hounsfield");
        as("Foley", "foley");
        as("Monteggia", "monteggia");
        as("Galeazzi", "galeazzi");
        as("Colles", "colles");
        as("Morel-Lavallée", "morel lavallee");
        as("Swan-Ganz", "swan ganz");
        as("Dr.", "doctor");
        as("and/or", "and slash or");
    }

    @Override
    public Optional<Written> at(Words words, int at) {
        if (isAngiogram(words, at)) {
            return Optional.of(Written.word(at + 3, words.is(at, "c") ? "CTA" : "MRA"));
        }
        for (int count = Math.min(LONGEST, words.size() - at); count > 0; count--) {
            String written = WRITTEN.get(words.phrase(at, count));
            if (written != null && !isWord(words, at, count)) {
                return Optional.of(Written.word(at + count, written));
            }
        }
        return Optional.empty();
    }

    private static boolean isAngiogram(Words words, int at) {
        return (words.says(at, "c", "t", "a") || words.says(at, "m", "r", "a")) && words.isOneOf(at + 3, BEHIND_CTA);
    }

    /** "doctor" is a title before a name alone; "tips", "dip" and the like are words when they are said as one. */
    private static boolean isWord(Words words, int at, int count) {
        if (words.is(at, "doctor")) {
            return count == 1
                    && (words.isEnd(at + 1) || words.isOneOf(at - 1, Set.of("the", "a", "referring", "her", "his")));
        }
        return false;
    }

    private static void spelled(String abbreviations) {
        Set<String> words =
                Set.of("TIPS", "DIP", "PIP", "ED", "ER", "ET", "SLAP", "PRES", "STIR", "AV", "PA", "IMA", "LAD", "VP");
        for (String abbreviation : abbreviations.split(" ")) {
            String lower = abbreviation.toLowerCase(Locale.ROOT);
            WRITTEN.put(String.join(" ", lower.split("")), abbreviation);
            if (!words.contains(abbreviation) || abbreviation.equals("STIR")) {
                WRITTEN.put(lower, abbreviation);
            }
        }
    }

    private static void as(String written, String... spoken) {
        for (String words : spoken) {
            WRITTEN.put(words, written);
        }
    }
}
