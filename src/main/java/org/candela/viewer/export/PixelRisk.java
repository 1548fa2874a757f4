package org.candela.viewer.export;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/** Why the pixels of an object may tell whose they are, whatever is taken out of its attributes (PS3.15 E.3.1, E.3.2). */
// [impl->req~export.pixel-risk~1]
public enum PixelRisk {
    /** The object says that text is burned in (0028,0301). */
    STATED,
    /** The object does not say whether text is burned in. */
    NOT_DENIED,
    /** Ultrasound, angiography, endoscopy, photographs, secondary and screen captures often have the name in the image. */
    KIND,
    /** Overlays were there; their text leaves only where it is part of the pixels. */
    OVERLAY,
    /** A face can be recognised in, or made of, the images (0028,0302; head CT and MR); pixels are not altered. */
    FACE;

    private static final int BURNED_IN_ANNOTATION = 0x00280301;
    private static final int RECOGNIZABLE_VISUAL_FEATURES = 0x00280302;
    private static final int CONVERSION_TYPE = 0x00080064;
    private static final int BODY_PART_EXAMINED = 0x00180015;
    private static final int STUDY_DESCRIPTION = 0x00081030;
    private static final int SERIES_DESCRIPTION = 0x0008103E;
    private static final int PROTOCOL_NAME = 0x00181030;
    private static final Set<String> OFTEN =
            Set.of("US", "IVUS", "XA", "RF", "OT", "SC", "ES", "XC", "GM", "SM", "ECG", "DOC", "DMS", "OP");
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final Set<String> HEAD_MODALITIES = Set.of("CT", "MR", "PT");
    private static final String HEAD =
            ".*\\b(HEAD|HEADNECK|BRAIN|SKULL|FACE|SINUS|ORBIT|NECK|CRANI|KOPF|SCHADEL|CEREBR).*";

    /** All that speaks of {@code dataSet}; none for an object that denies burned-in text and is of no such kind. */
    public static Set<PixelRisk> of(Attributes dataSet) {
        Set<PixelRisk> risks = EnumSet.noneOf(PixelRisk.class);
        String stated = dataSet.string(BURNED_IN_ANNOTATION).orElse("");
        if (stated.equals("YES")) {
            risks.add(STATED);
        } else if (!stated.equals("NO")) {
            risks.add(NOT_DENIED);
        }
        if (isOfKind(dataSet)) {
            risks.add(KIND);
        }
        if (dataSet.tags().stream().anyMatch(PixelRisk::isOverlay)) {
            risks.add(OVERLAY);
        }
        if (showsFace(dataSet)) {
            risks.add(FACE);
        }
        return risks;
    }

    private static boolean isOfKind(Attributes dataSet) {
        return OFTEN.contains(dataSet.string(Tag.Modality).orElse(""))
                || dataSet.string(Tag.SOPClassUID).orElse("").startsWith(SECONDARY_CAPTURE)
                || !dataSet.string(CONVERSION_TYPE).orElse("").isEmpty();
    }

    private static boolean isOverlay(int tag) {
        int group = tag >>> 16;
        return group >= 0x6000 && group <= 0x60FF && group % 2 == 0;
    }

    private static boolean showsFace(Attributes dataSet) {
        String features = dataSet.string(RECOGNIZABLE_VISUAL_FEATURES).orElse("");
        boolean isHead = HEAD_MODALITIES.contains(dataSet.string(Tag.Modality).orElse(""))
                && Stream.of(BODY_PART_EXAMINED, STUDY_DESCRIPTION, SERIES_DESCRIPTION, PROTOCOL_NAME)
                        .anyMatch(tag -> dataSet.string(tag)
                                .orElse("")
                                .toUpperCase(Locale.ROOT)
                                .matches(HEAD));
        return features.equals("YES") || (isHead && !features.equals("NO"));
    }
}
