package org.candela.dicom;

/**
 * Tags of the attributes Candela uses, named by their keyword in PS3.6; group in the high, element in the low 16 bits.
 *
 * <p>Compare tags with {@link Integer#compareUnsigned}: groups from 8000 on are negative as {@code int}. What is not
 * here has a name in {@link Dictionary}.
 */
public final class Tag {
    public static final int FileMetaInformationGroupLength = 0x00020000;
    public static final int FileMetaInformationVersion = 0x00020001;
    public static final int MediaStorageSOPClassUID = 0x00020002;
    public static final int MediaStorageSOPInstanceUID = 0x00020003;
    public static final int TransferSyntaxUID = 0x00020010;
    public static final int ImplementationClassUID = 0x00020012;
    public static final int ImplementationVersionName = 0x00020013;
    public static final int SpecificCharacterSet = 0x00080005;
    public static final int ImageType = 0x00080008;
    public static final int InstanceCreationDate = 0x00080012;
    public static final int InstanceCreationTime = 0x00080013;
    public static final int SOPClassUID = 0x00080016;
    public static final int SOPInstanceUID = 0x00080018;
    public static final int StudyDate = 0x00080020;
    public static final int SeriesDate = 0x00080021;
    public static final int AcquisitionDate = 0x00080022;
    public static final int ContentDate = 0x00080023;
    public static final int StudyTime = 0x00080030;
    public static final int SeriesTime = 0x00080031;
    public static final int AcquisitionTime = 0x00080032;
    public static final int ContentTime = 0x00080033;
    public static final int AccessionNumber = 0x00080050;
    public static final int QueryRetrieveLevel = 0x00080052;
    public static final int RetrieveAETitle = 0x00080054;
    public static final int InstanceAvailability = 0x00080056;
    public static final int Modality = 0x00080060;
    public static final int ModalitiesInStudy = 0x00080061;
    public static final int ConversionType = 0x00080064;
    public static final int PresentationIntentType = 0x00080068;
    public static final int Manufacturer = 0x00080070;
    public static final int InstitutionName = 0x00080080;
    public static final int ReferringPhysicianName = 0x00080090;
    public static final int CodeValue = 0x00080100;
    public static final int CodingSchemeDesignator = 0x00080102;
    public static final int CodeMeaning = 0x00080104;
    public static final int TimezoneOffsetFromUTC = 0x00080201;
    public static final int StationName = 0x00081010;
    public static final int StudyDescription = 0x00081030;
    public static final int SeriesDescription = 0x0008103E;
    public static final int InstitutionalDepartmentName = 0x00081040;
    public static final int ManufacturerModelName = 0x00081090;
    public static final int ReferencedStudySequence = 0x00081110;
    public static final int ReferencedSeriesSequence = 0x00081115;
    public static final int ReferencedImageSequence = 0x00081140;
    public static final int ReferencedSOPClassUID = 0x00081150;
    public static final int ReferencedSOPInstanceUID = 0x00081155;
    public static final int ReferencedFrameNumber = 0x00081160;
    public static final int RetrieveURL = 0x00081190;
    public static final int FailureReason = 0x00081197;
    public static final int FailedSOPSequence = 0x00081198;
    public static final int ReferencedSOPSequence = 0x00081199;
    public static final int DerivationDescription = 0x00082111;
    public static final int SourceImageSequence = 0x00082112;
    public static final int RecommendedDisplayFrameRate = 0x00082144;
    public static final int AnatomicRegionSequence = 0x00082218;
    public static final int FrameType = 0x00089007;
    public static final int PixelPresentation = 0x00089205;
    public static final int PatientName = 0x00100010;
    public static final int PatientID = 0x00100020;
    public static final int IssuerOfPatientID = 0x00100021;
    public static final int PatientBirthDate = 0x00100030;
    public static final int PatientSex = 0x00100040;
    public static final int OtherPatientIDs = 0x00101000;
    public static final int PatientAge = 0x00101010;
    public static final int PatientSize = 0x00101020;
    public static final int PatientWeight = 0x00101030;
    public static final int RegionOfResidence = 0x00102152;
    public static final int AnatomicalOrientationType = 0x00102210;
    public static final int PatientComments = 0x00104000;
    public static final int ContrastBolusAgent = 0x00180010;
    public static final int BodyPartExamined = 0x00180015;
    public static final int ScanningSequence = 0x00180020;
    public static final int SequenceVariant = 0x00180021;
    public static final int ScanOptions = 0x00180022;
    public static final int MRAcquisitionType = 0x00180023;
    public static final int CineRate = 0x00180040;
    public static final int SliceThickness = 0x00180050;
    public static final int KVP = 0x00180060;
    public static final int RepetitionTime = 0x00180080;
    public static final int EchoTime = 0x00180081;
    public static final int SpacingBetweenSlices = 0x00180088;
    public static final int EchoTrainLength = 0x00180091;
    public static final int ProtocolName = 0x00181030;
    public static final int TriggerTime = 0x00181060;
    public static final int FrameTime = 0x00181063;
    public static final int FrameTimeVector = 0x00181065;
    public static final int RadiopharmaceuticalStartTime = 0x00181072;
    public static final int RadionuclideTotalDose = 0x00181074;
    public static final int RadionuclideHalfLife = 0x00181075;
    public static final int RadiopharmaceuticalStartDateTime = 0x00181078;
    public static final int ReconstructionDiameter = 0x00181100;
    public static final int DistanceSourceToDetector = 0x00181110;
    public static final int DistanceSourceToPatient = 0x00181111;
    public static final int EstimatedRadiographicMagnificationFactor = 0x00181114;
    public static final int GantryDetectorTilt = 0x00181120;
    public static final int ImagerPixelSpacing = 0x00181164;
    public static final int ConvolutionKernel = 0x00181210;
    public static final int ActualFrameDuration = 0x00181242;
    public static final int PositionerType = 0x00181508;
    public static final int ShutterShape = 0x00181600;
    public static final int ShutterLeftVerticalEdge = 0x00181602;
    public static final int ShutterRightVerticalEdge = 0x00181604;
    public static final int ShutterUpperHorizontalEdge = 0x00181606;
    public static final int ShutterLowerHorizontalEdge = 0x00181608;
    public static final int CenterOfCircularShutter = 0x00181610;
    public static final int RadiusOfCircularShutter = 0x00181612;
    public static final int VerticesOfThePolygonalShutter = 0x00181620;
    public static final int ShutterPresentationValue = 0x00181622;
    public static final int ShutterOverlayGroup = 0x00181623;
    public static final int NominalScannedPixelSpacing = 0x00182010;
    public static final int PatientPosition = 0x00185100;
    public static final int ViewPosition = 0x00185101;
    public static final int SequenceOfUltrasoundRegions = 0x00186011;
    public static final int RegionSpatialFormat = 0x00186012;
    public static final int RegionDataType = 0x00186014;
    public static final int RegionFlags = 0x00186016;
    public static final int RegionLocationMinX0 = 0x00186018;
    public static final int RegionLocationMinY0 = 0x0018601A;
    public static final int RegionLocationMaxX1 = 0x0018601C;
    public static final int RegionLocationMaxY1 = 0x0018601E;
    public static final int ReferencePixelX0 = 0x00186020;
    public static final int ReferencePixelY0 = 0x00186022;
    public static final int PhysicalUnitsXDirection = 0x00186024;
    public static final int PhysicalUnitsYDirection = 0x00186026;
    public static final int ReferencePixelPhysicalValueX = 0x00186028;
    public static final int ReferencePixelPhysicalValueY = 0x0018602A;
    public static final int PhysicalDeltaX = 0x0018602C;
    public static final int PhysicalDeltaY = 0x0018602E;
    public static final int DetectorType = 0x00187004;
    public static final int EffectiveEchoTime = 0x00189082;
    public static final int DiffusionBValue = 0x00189087;
    public static final int MREchoSequence = 0x00189114;
    public static final int MRDiffusionSequence = 0x00189117;
    public static final int CardiacSynchronizationSequence = 0x00189118;
    public static final int MRImageFrameTypeSequence = 0x00189226;
    public static final int ProjectionPixelCalibrationSequence = 0x00189401;
    public static final int ObjectPixelSpacingInCenterOfBeam = 0x00189404;
    public static final int FrameDisplayShutterSequence = 0x00189472;
    public static final int StudyInstanceUID = 0x0020000D;
    public static final int SeriesInstanceUID = 0x0020000E;
    public static final int StudyID = 0x00200010;
    public static final int SeriesNumber = 0x00200011;
    public static final int AcquisitionNumber = 0x00200012;
    public static final int InstanceNumber = 0x00200013;
    public static final int PatientOrientation = 0x00200020;
    public static final int ImagePositionPatient = 0x00200032;
    public static final int ImageOrientationPatient = 0x00200037;
    public static final int FrameOfReferenceUID = 0x00200052;
    public static final int Laterality = 0x00200060;
    public static final int ImageLaterality = 0x00200062;
    public static final int TemporalPositionIdentifier = 0x00200100;
    public static final int PositionReferenceIndicator = 0x00201040;
    public static final int SliceLocation = 0x00201041;
    public static final int NumberOfPatientRelatedStudies = 0x00201200;
    public static final int NumberOfStudyRelatedSeries = 0x00201206;
    public static final int NumberOfStudyRelatedInstances = 0x00201208;
    public static final int NumberOfSeriesRelatedInstances = 0x00201209;
    public static final int ImageComments = 0x00204000;
    public static final int StackID = 0x00209056;
    public static final int InStackPositionNumber = 0x00209057;
    public static final int FrameAnatomySequence = 0x00209071;
    public static final int FrameLaterality = 0x00209072;
    public static final int FrameContentSequence = 0x00209111;
    public static final int PlanePositionSequence = 0x00209113;
    public static final int PlaneOrientationSequence = 0x00209116;
    public static final int TemporalPositionIndex = 0x00209128;
    public static final int NominalCardiacTriggerDelayTime = 0x00209153;
    public static final int DimensionIndexValues = 0x00209157;
    public static final int ConcatenationUID = 0x00209161;
    public static final int InConcatenationNumber = 0x00209162;
    public static final int InConcatenationTotalNumber = 0x00209163;
    public static final int ImagePositionVolume = 0x00209301;
    public static final int ImageOrientationVolume = 0x00209302;
    public static final int PlanePositionVolumeSequence = 0x0020930E;
    public static final int PlaneOrientationVolumeSequence = 0x0020930F;
    public static final int SamplesPerPixel = 0x00280002;
    public static final int PhotometricInterpretation = 0x00280004;
    public static final int PlanarConfiguration = 0x00280006;
    public static final int NumberOfFrames = 0x00280008;
    public static final int FrameIncrementPointer = 0x00280009;
    public static final int Rows = 0x00280010;
    public static final int Columns = 0x00280011;
    public static final int PixelSpacing = 0x00280030;
    public static final int PixelAspectRatio = 0x00280034;
    public static final int CorrectedImage = 0x00280051;
    public static final int BitsAllocated = 0x00280100;
    public static final int BitsStored = 0x00280101;
    public static final int HighBit = 0x00280102;
    public static final int PixelRepresentation = 0x00280103;
    public static final int SmallestImagePixelValue = 0x00280106;
    public static final int LargestImagePixelValue = 0x00280107;
    public static final int PixelPaddingValue = 0x00280120;
    public static final int PixelPaddingRangeLimit = 0x00280121;
    public static final int FloatPixelPaddingValue = 0x00280122;
    public static final int DoubleFloatPixelPaddingValue = 0x00280123;
    public static final int FloatPixelPaddingRangeLimit = 0x00280124;
    public static final int DoubleFloatPixelPaddingRangeLimit = 0x00280125;
    public static final int QualityControlImage = 0x00280300;
    public static final int BurnedInAnnotation = 0x00280301;
    public static final int PixelSpacingCalibrationType = 0x00280A02;
    public static final int PixelSpacingCalibrationDescription = 0x00280A04;
    public static final int PixelIntensityRelationship = 0x00281040;
    public static final int PixelIntensityRelationshipSign = 0x00281041;
    public static final int WindowCenter = 0x00281050;
    public static final int WindowWidth = 0x00281051;
    public static final int RescaleIntercept = 0x00281052;
    public static final int RescaleSlope = 0x00281053;
    public static final int RescaleType = 0x00281054;
    public static final int WindowCenterWidthExplanation = 0x00281055;
    public static final int VOILUTFunction = 0x00281056;
    public static final int RedPaletteColorLookupTableDescriptor = 0x00281101;
    public static final int GreenPaletteColorLookupTableDescriptor = 0x00281102;
    public static final int BluePaletteColorLookupTableDescriptor = 0x00281103;
    public static final int RedPaletteColorLookupTableData = 0x00281201;
    public static final int GreenPaletteColorLookupTableData = 0x00281202;
    public static final int BluePaletteColorLookupTableData = 0x00281203;
    public static final int SegmentedRedPaletteColorLookupTableData = 0x00281221;
    public static final int SegmentedGreenPaletteColorLookupTableData = 0x00281222;
    public static final int SegmentedBluePaletteColorLookupTableData = 0x00281223;
    public static final int BreastImplantPresent = 0x00281300;
    public static final int PartialView = 0x00281350;
    public static final int ICCProfile = 0x00282000;
    public static final int LossyImageCompression = 0x00282110;
    public static final int LossyImageCompressionRatio = 0x00282112;
    public static final int LossyImageCompressionMethod = 0x00282114;
    public static final int ModalityLUTSequence = 0x00283000;
    public static final int LUTDescriptor = 0x00283002;
    public static final int LUTExplanation = 0x00283003;
    public static final int ModalityLUTType = 0x00283004;
    public static final int LUTData = 0x00283006;
    public static final int VOILUTSequence = 0x00283010;
    public static final int SoftcopyVOILUTSequence = 0x00283110;
    public static final int PixelMeasuresSequence = 0x00289110;
    public static final int FrameVOILUTSequence = 0x00289132;
    public static final int PixelValueTransformationSequence = 0x00289145;
    public static final int XAXRFFramePixelDataPropertiesSequence = 0x00289443;
    public static final int StudyArrivalDate = 0x00321040;
    public static final int StudyArrivalTime = 0x00321041;
    public static final int RequestedProcedureDescription = 0x00321060;
    public static final int RequestedProcedureCodeSequence = 0x00321064;
    public static final int ScheduledProcedureStepID = 0x00400009;
    public static final int PerformedProcedureStepStartDate = 0x00400244;
    public static final int PerformedProcedureStepStartTime = 0x00400245;
    public static final int RequestAttributesSequence = 0x00400275;
    public static final int OrganExposed = 0x00400318;
    public static final int AcquisitionContextSequence = 0x00400555;
    public static final int MeasurementUnitsCodeSequence = 0x004008EA;
    public static final int RequestedProcedureID = 0x00401001;
    public static final int RequestedProcedurePriority = 0x00401003;
    public static final int RealWorldValueMappingSequence = 0x00409096;
    public static final int LUTLabel = 0x00409210;
    public static final int RealWorldValueLastValueMapped = 0x00409211;
    public static final int DoubleFloatRealWorldValueLastValueMapped = 0x00409213;
    public static final int DoubleFloatRealWorldValueFirstValueMapped = 0x00409214;
    public static final int RealWorldValueFirstValueMapped = 0x00409216;
    public static final int RealWorldValueIntercept = 0x00409224;
    public static final int RealWorldValueSlope = 0x00409225;
    public static final int RelationshipType = 0x0040A010;
    public static final int ValueType = 0x0040A040;
    public static final int ConceptNameCodeSequence = 0x0040A043;
    public static final int TextValue = 0x0040A160;
    public static final int CompletionFlag = 0x0040A491;
    public static final int VerificationFlag = 0x0040A493;
    public static final int ContentSequence = 0x0040A730;
    public static final int DocumentTitle = 0x00420010;
    public static final int EncapsulatedDocument = 0x00420011;
    public static final int MIMETypeOfEncapsulatedDocument = 0x00420012;
    public static final int OpticalPathSequence = 0x00480105;
    public static final int EnergyWindowVector = 0x00540010;
    public static final int EnergyWindowInformationSequence = 0x00540012;
    public static final int RadiopharmaceuticalInformationSequence = 0x00540016;
    public static final int EnergyWindowName = 0x00540018;
    public static final int DetectorVector = 0x00540020;
    public static final int DetectorInformationSequence = 0x00540022;
    public static final int PhaseVector = 0x00540030;
    public static final int RotationVector = 0x00540050;
    public static final int RRIntervalVector = 0x00540060;
    public static final int TimeSlotVector = 0x00540070;
    public static final int SliceVector = 0x00540080;
    public static final int AngularViewVector = 0x00540090;
    public static final int TimeSliceVector = 0x00540100;
    public static final int ViewCodeSequence = 0x00540220;
    public static final int ViewModifierCodeSequence = 0x00540222;
    public static final int Units = 0x00541001;
    public static final int SUVType = 0x00541006;
    public static final int DecayCorrection = 0x00541102;
    public static final int FrameReferenceTime = 0x00541300;
    public static final int PresentationLUTSequence = 0x20500010;
    public static final int PresentationLUTShape = 0x20500020;
    public static final int DoseUnits = 0x30040002;
    public static final int GridFrameOffsetVector = 0x3004000C;
    public static final int DoseGridScaling = 0x3004000E;
    public static final int SharedFunctionalGroupsSequence = 0x52009229;
    public static final int PerFrameFunctionalGroupsSequence = 0x52009230;
    public static final int OverlayRows = 0x60000010;
    public static final int OverlayColumns = 0x60000011;
    public static final int NumberOfFramesInOverlay = 0x60000015;
    public static final int OverlayDescription = 0x60000022;
    public static final int OverlayType = 0x60000040;
    public static final int OverlayOrigin = 0x60000050;
    public static final int ImageFrameOrigin = 0x60000051;
    public static final int OverlayBitPosition = 0x60000102;
    public static final int OverlayLabel = 0x60001500;
    public static final int OverlayData = 0x60003000;
    public static final int ExtendedOffsetTable = 0x7FE00001;
    public static final int ExtendedOffsetTableLengths = 0x7FE00002;
    public static final int FloatPixelData = 0x7FE00008;
    public static final int DoubleFloatPixelData = 0x7FE00009;
    public static final int PixelData = 0x7FE00010;
    public static final int DigitalSignaturesSequence = 0xFFFAFFFA;
    public static final int DataSetTrailingPadding = 0xFFFCFFFC;
    public static final int Item = 0xFFFEE000;
    public static final int ItemDelimitationItem = 0xFFFEE00D;
    public static final int SequenceDelimitationItem = 0xFFFEE0DD;

    private Tag() {}

    /** Group number, 0 to FFFF. */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /** Element number, 0 to FFFF. */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the group is odd, so that the meaning depends on a private creator (PS3.5 §7.8). */
    public static boolean isPrivate(int tag) {
        return (group(tag) & 1) == 1;
    }

    /** As the standard writes it: {@code "(0010,0010)"}. */
    public static String toString(int tag) {
        return String.format("(%04X,%04X)", group(tag), element(tag));
    }

    /** As the JSON model writes it: {@code "00100010"}. */
    public static String toHex(int tag) {
        return String.format("%08X", tag);
    }

    /** Whether the element is a private creator: (gggg,0010) to (gggg,00FF) of an odd group (PS3.5 §7.8.1). */
    static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
    }

    /** Whether the element holds pixels: (7FE0,0008), (7FE0,0009) or (7FE0,0010). */
    static boolean isPixelData(int tag) {
        return tag == PixelData || tag == FloatPixelData || tag == DoubleFloatPixelData;
    }
}
