package org.candela.dicom.object.region;

/** Tags of segmentations and structure sets (PS3.6), named by their keyword. */
final class RegionTag {
    static final int DerivationImageSequence = 0x00089124;
    static final int SegmentationType = 0x00620001;
    static final int SegmentSequence = 0x00620002;
    static final int SegmentedPropertyCategoryCodeSequence = 0x00620003;
    static final int SegmentNumber = 0x00620004;
    static final int SegmentLabel = 0x00620005;
    static final int SegmentAlgorithmType = 0x00620008;
    static final int SegmentAlgorithmName = 0x00620009;
    static final int SegmentIdentificationSequence = 0x0062000A;
    static final int ReferencedSegmentNumber = 0x0062000B;
    static final int RecommendedDisplayCIELabValue = 0x0062000D;
    static final int MaximumFractionalValue = 0x0062000E;
    static final int SegmentedPropertyTypeCodeSequence = 0x0062000F;
    static final int SegmentationFractionalType = 0x00620010;
    static final int TrackingUID = 0x00620021;
    static final int ContentLabel = 0x00700080;
    static final int StructureSetLabel = 0x30060002;
    static final int ContourImageSequence = 0x30060016;
    static final int StructureSetROISequence = 0x30060020;
    static final int ROINumber = 0x30060022;
    static final int ReferencedFrameOfReferenceUID = 0x30060024;
    static final int ROIName = 0x30060026;
    static final int ROIDisplayColor = 0x3006002A;
    static final int ROIContourSequence = 0x30060039;
    static final int ContourSequence = 0x30060040;
    static final int ContourGeometricType = 0x30060042;
    static final int ContourData = 0x30060050;
    static final int RTROIObservationsSequence = 0x30060080;
    static final int ReferencedROINumber = 0x30060084;
    static final int RTROIInterpretedType = 0x300600A4;

    private RegionTag() {}
}
