package org.candela.dicom.object.waveform;

/** Tags of waveforms (PS3.6), named by their keyword. */
final class WaveformTag {
    static final int AcquisitionDateTime = 0x0008002A;
    static final int MultiplexGroupTimeOffset = 0x00181068;
    static final int WaveformOriginality = 0x003A0004;
    static final int NumberOfWaveformChannels = 0x003A0005;
    static final int NumberOfWaveformSamples = 0x003A0010;
    static final int SamplingFrequency = 0x003A001A;
    static final int MultiplexGroupLabel = 0x003A0020;
    static final int ChannelDefinitionSequence = 0x003A0200;
    static final int ChannelLabel = 0x003A0203;
    static final int ChannelSourceSequence = 0x003A0208;
    static final int ChannelSensitivity = 0x003A0210;
    static final int ChannelSensitivityUnitsSequence = 0x003A0211;
    static final int ChannelSensitivityCorrectionFactor = 0x003A0212;
    static final int ChannelBaseline = 0x003A0213;
    static final int ChannelTimeSkew = 0x003A0214;
    static final int ChannelSampleSkew = 0x003A0215;
    static final int ChannelOffset = 0x003A0218;
    static final int FilterLowFrequency = 0x003A0220;
    static final int FilterHighFrequency = 0x003A0221;
    static final int NotchFilterFrequency = 0x003A0222;
    static final int MeasurementUnitsCodeSequence = 0x004008EA;
    static final int ConceptNameCodeSequence = 0x0040A043;
    static final int ReferencedWaveformChannels = 0x0040A0B0;
    static final int TemporalRangeType = 0x0040A130;
    static final int ReferencedSamplePositions = 0x0040A132;
    static final int ReferencedTimeOffsets = 0x0040A138;
    static final int ConceptCodeSequence = 0x0040A168;
    static final int NumericValue = 0x0040A30A;
    static final int WaveformAnnotationSequence = 0x0040B020;
    static final int WaveformSequence = 0x54000100;
    static final int WaveformBitsAllocated = 0x54001004;
    static final int WaveformSampleInterpretation = 0x54001006;
    static final int WaveformPaddingValue = 0x5400100A;
    static final int WaveformData = 0x54001010;
    static final int UnformattedTextValue = 0x00700006;

    private WaveformTag() {}
}
