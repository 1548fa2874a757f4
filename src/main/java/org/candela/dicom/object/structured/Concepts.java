package org.candela.dicom.object.structured;

import org.candela.dicom.object.Code;

/**
 * Concepts that documents are made of. DCM: PS3.16 Annex D; SCT: SNOMED CT as PS3.16 names it in the context groups given;
 * UCUM: units (CID 7181, 7183, 7460, 7461).
 */
public final class Concepts {
    /** TID 1500. */
    public static final Code IMAGING_MEASUREMENT_REPORT = dcm("126000", "Imaging Measurement Report");

    public static final Code IMAGING_MEASUREMENTS = dcm("126010", "Imaging Measurements");
    public static final Code IMAGE_LIBRARY = dcm("111028", "Image Library");
    public static final Code IMAGE_LIBRARY_GROUP = dcm("126200", "Image Library Group");
    public static final Code PROCEDURE_REPORTED = dcm("121058", "Procedure reported");
    /** TID 1410, 1411, 1501. */
    public static final Code MEASUREMENT_GROUP = dcm("125007", "Measurement Group");

    public static final Code TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
    public static final Code TRACKING_UNIQUE_IDENTIFIER = dcm("112040", "Tracking Unique Identifier");
    public static final Code FINDING = dcm("121071", "Finding");
    public static final Code IMAGE_REGION = dcm("111030", "Image Region");
    public static final Code SOURCE_IMAGE = dcm("121324", "Source image");
    public static final Code REFERENCED_SEGMENT = dcm("121191", "Referenced Segment");
    /** TID 320. */
    public static final Code SOURCE_OF_MEASUREMENT = dcm("121112", "Source of Measurement");
    /** TID 300. */
    public static final Code DERIVATION = dcm("121401", "Derivation");
    /** TID 1501, TID 300. */
    public static final Code MEASUREMENT_METHOD = sct("370129005", "Measurement Method");

    public static final Code COMMENT = dcm("121106", "Comment");
    /** TID 1204. */
    public static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");

    public static final Code ENGLISH = new Code("en-US", "RFC5646", "English (United States)");
    /** TID 1002, 1003. */
    public static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");

    public static final Code PERSON = dcm("121006", "Person");
    public static final Code PERSON_OBSERVER_NAME = dcm("121008", "Person Observer Name");
    /** TID 2010. */
    public static final Code DOCUMENT_TITLE_MODIFIER = dcm("113011", "Document Title Modifier");

    public static final Code KEY_OBJECT_DESCRIPTION = dcm("113012", "Key Object Description");
    /** CID 100. */
    public static final Code IMAGING_PROCEDURE = sct("363679005", "Imaging procedure");

    /** CID 9000 in PS3.16; the retired SRT code of the same concept is in older files. */
    public static final Code FINDING_SITE = sct("363698007", "Finding Site");

    static final Code FINDING_SITE_SRT = new Code("G-C0E3", "SRT", "Finding Site");
    public static final Code LATERALITY = sct("272741003", "Laterality");
    static final Code LATERALITY_SRT = new Code("G-C171", "SRT", "Laterality");

    /** CID 7470: linear measurements. */
    public static final Code LENGTH = sct("410668003", "Length");

    public static final Code DIAMETER = sct("81827009", "Diameter");
    public static final Code LONG_AXIS = sct("103339001", "Long axis");
    public static final Code SHORT_AXIS = sct("103340004", "Short axis");
    public static final Code DISTANCE = dcm("121206", "Distance");
    public static final Code PATH_LENGTH = dcm("121211", "Path length");
    public static final Code PERIMETER = sct("131191004", "Perimeter");
    /** CID 7471, 7472, 12304, 12303. */
    public static final Code AREA = sct("42798000", "Area");

    public static final Code VOLUME = sct("118565006", "Volume");
    public static final Code ANGLE = sct("1483009", "Angle");
    /** CID 218. */
    public static final Code COBB_ANGLE = sct("285285000", "Cobb angle");

    public static final Code RATIO = sct("118586006", "Ratio");
    /** CID 7180: what intensities are. */
    public static final Code ATTENUATION = dcm("112031", "Attenuation Coefficient");

    public static final Code MR_SIGNAL_INTENSITY = dcm("110852", "MR signal intensity");
    public static final Code SUV_BODY_WEIGHT = dcm("126401", "SUVbw");

    /** CID 7464: statistics of a region, as derivations. */
    public static final Code MEAN = sct("373098007", "Mean");

    public static final Code STANDARD_DEVIATION = sct("386136009", "Standard Deviation");
    public static final Code MINIMUM = sct("255605001", "Minimum");
    public static final Code MAXIMUM = sct("56851009", "Maximum");

    public static final Code MILLIMETER = ucum("mm", "millimeter");
    public static final Code SQUARE_MILLIMETER = ucum("mm2", "square millimeter");
    public static final Code DEGREE = ucum("deg", "Degree");
    public static final Code HOUNSFIELD_UNIT = ucum("[hnsf'U]", "Hounsfield Unit");
    public static final Code RATIO_UNIT = ucum("{ratio}", "ratio");
    public static final Code NO_UNITS = ucum("1", "no units");
    public static final Code SUV_UNIT = ucum("{SUVbw}g/ml", "Standardized Uptake Value body weight");
    /** Where no spacing is known. */
    public static final Code PIXELS = ucum("{pixels}", "pixels");

    /** LOINC, CID 7000: a report in words. */
    public static final Code DIAGNOSTIC_IMAGING_REPORT = new Code("18748-4", "LN", "Diagnostic Imaging Report");

    private Concepts() {}

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    private static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }

    private static Code ucum(String value, String meaning) {
        return new Code(value, "UCUM", meaning);
    }
}
