package org.candela.study.prior;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parts of the body by which priors are ordered, as descriptions of studies name them; a guess that orders and excludes nothing. */
enum BodyPart {
    HEAD("head", "brain", "skull", "neuro", "orbit", "sinus", "face"),
    NECK("neck", "carotid", "thyroid"),
    CHEST("chest", "thorax", "lung", "cxr", "rib", "pulmon", "heart", "cardiac", "coronary"),
    BREAST("breast", "mammo"),
    ABDOMEN("abd", "liver", "renal", "kidney", "kub", "pancrea"),
    PELVIS("pelvi", "hip", "prostate", "bladder"),
    SPINE("spine", "cervical", "lumbar", "sacr"),
    ARM("shoulder", "arm", "elbow", "wrist", "hand", "humer", "finger"),
    LEG("leg", "knee", "ankle", "foot", "femur", "tibia", "toe");

    private final String words;

    BodyPart(String... words) {
        this.words = String.join(" ", words);
    }

    static Set<BodyPart> in(String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        Set<BodyPart> parts = EnumSet.noneOf(BodyPart.class);
        for (BodyPart part : values()) {
            if (List.of(part.words.split(" ")).stream().anyMatch(lower::contains)) {
                parts.add(part);
            }
        }
        return parts;
    }
}
