package org.candela.dicom.object.structured;

/** Tags of structured documents (PS3.6), named by their keyword. */
final class DocumentTag {
    static final int ProcedureCodeSequence = 0x00081032;
    static final int ReferencedPerformedProcedureStepSequence = 0x00081111;
    static final int DateTime = 0x0040A120;
    static final int Date = 0x0040A121;
    static final int Time = 0x0040A122;
    static final int PersonName = 0x0040A123;
    static final int UID = 0x0040A124;
    static final int TemporalRangeType = 0x0040A130;
    static final int ReferencedSamplePositions = 0x0040A132;
    static final int ReferencedTimeOffsets = 0x0040A138;
    static final int ReferencedDateTime = 0x0040A13A;
    static final int FloatingPointValue = 0x0040A161;
    static final int ConceptCodeSequence = 0x0040A168;
    static final int MeasuredValueSequence = 0x0040A300;
    static final int NumericValueQualifierCodeSequence = 0x0040A301;
    static final int NumericValue = 0x0040A30A;
    static final int PerformedProcedureCodeSequence = 0x0040A372;
    static final int CurrentRequestedProcedureEvidenceSequence = 0x0040A375;
    static final int PertinentOtherEvidenceSequence = 0x0040A385;
    static final int ContentTemplateSequence = 0x0040A504;
    static final int ContinuityOfContent = 0x0040A050;
    static final int VerifyingOrganization = 0x0040A027;
    static final int VerificationDateTime = 0x0040A030;
    static final int VerifyingObserverIdentificationCodeSequence = 0x0040A088;
    static final int PredecessorDocumentsSequence = 0x0040A360;
    static final int ReferencedRequestSequence = 0x0040A370;
    static final int PreliminaryFlag = 0x0040A496;
    static final int PlacerOrderNumberImagingServiceRequest = 0x00402016;
    static final int FillerOrderNumberImagingServiceRequest = 0x00402017;
    static final int ReferencedStudySequence = 0x00081110;
    static final int VerifyingObserverName = 0x0040A075;
    static final int VerifyingObserverSequence = 0x0040A073;
    static final int TemplateIdentifier = 0x0040DB00;
    static final int MappingResource = 0x00080105;
    static final int ReferencedContentItemIdentifier = 0x0040DB73;
    static final int ReferencedSegmentNumber = 0x0062000B;
    static final int GraphicData = 0x00700022;
    static final int GraphicType = 0x00700023;
    static final int ReferencedFrameOfReferenceUID = 0x30060024;

    private DocumentTag() {}
}
