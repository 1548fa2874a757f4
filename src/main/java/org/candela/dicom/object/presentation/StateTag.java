package org.candela.dicom.object.presentation;

/** Tags of presentation states (PS3.6), named by their keyword. */
final class StateTag {
    static final int ShutterShape = 0x00181600;
    static final int ShutterLeftVerticalEdge = 0x00181602;
    static final int ShutterRightVerticalEdge = 0x00181604;
    static final int ShutterUpperHorizontalEdge = 0x00181606;
    static final int ShutterLowerHorizontalEdge = 0x00181608;
    static final int CenterOfCircularShutter = 0x00181610;
    static final int RadiusOfCircularShutter = 0x00181612;
    static final int VerticesOfThePolygonalShutter = 0x00181620;
    static final int ShutterPresentationValue = 0x00181622;
    static final int ShutterOverlayGroup = 0x00181623;
    static final int ShutterPresentationColorCIELabValue = 0x00181624;
    static final int ICCProfile = 0x00282000;
    static final int MaskSubtractionSequence = 0x00286100;
    static final int GraphicAnnotationSequence = 0x00700001;
    static final int GraphicLayer = 0x00700002;
    static final int BoundingBoxAnnotationUnits = 0x00700003;
    static final int AnchorPointAnnotationUnits = 0x00700004;
    static final int GraphicAnnotationUnits = 0x00700005;
    static final int UnformattedTextValue = 0x00700006;
    static final int TextObjectSequence = 0x00700008;
    static final int GraphicObjectSequence = 0x00700009;
    static final int BoundingBoxTopLeftHandCorner = 0x00700010;
    static final int BoundingBoxBottomRightHandCorner = 0x00700011;
    static final int BoundingBoxTextHorizontalJustification = 0x00700012;
    static final int AnchorPoint = 0x00700014;
    static final int AnchorPointVisibility = 0x00700015;
    static final int GraphicDimensions = 0x00700020;
    static final int NumberOfGraphicPoints = 0x00700021;
    static final int GraphicData = 0x00700022;
    static final int GraphicType = 0x00700023;
    static final int GraphicFilled = 0x00700024;
    static final int ImageHorizontalFlip = 0x00700041;
    static final int ImageRotation = 0x00700042;
    static final int DisplayedAreaTopLeftHandCorner = 0x00700052;
    static final int DisplayedAreaBottomRightHandCorner = 0x00700053;
    static final int DisplayedAreaSelectionSequence = 0x0070005A;
    static final int GraphicLayerSequence = 0x00700060;
    static final int GraphicLayerOrder = 0x00700062;
    static final int GraphicLayerRecommendedDisplayGrayscaleValue = 0x00700066;
    static final int GraphicLayerDescription = 0x00700068;
    static final int ContentLabel = 0x00700080;
    static final int ContentDescription = 0x00700081;
    static final int PresentationCreationDate = 0x00700082;
    static final int PresentationCreationTime = 0x00700083;
    static final int ContentCreatorName = 0x00700084;
    static final int PresentationSizeMode = 0x00700100;
    static final int PresentationPixelSpacing = 0x00700101;
    static final int PresentationPixelAspectRatio = 0x00700102;
    static final int PresentationPixelMagnificationRatio = 0x00700103;
    static final int CompoundGraphicSequence = 0x00700209;
    static final int CompoundGraphicInstanceID = 0x00700226;
    static final int LineStyleSequence = 0x00700232;
    static final int PatternOnColorCIELabValue = 0x00700251;
    static final int LineThickness = 0x00700253;
    static final int CompoundGraphicUnits = 0x00700282;
    static final int CompoundGraphicType = 0x00700294;
    static final int GraphicLayerRecommendedDisplayCIELabValue = 0x00700401;
    static final int CurveActivationLayer = 0x50001001;
    static final int OverlayActivationLayer = 0x60001001;
    static final int OverlayBitsAllocated = 0x60000100;

    private StateTag() {}
}
