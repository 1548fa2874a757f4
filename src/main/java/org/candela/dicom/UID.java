package org.candela.dicom;

import org.candela.base.Uid;

/** SOP classes Candela treats by name, and its own identity (PS3.4 B.5, PS3.10 §7.1). */
public final class UID {
    public static final Uid ComputedRadiographyImageStorage = new Uid("1.2.840.10008.5.1.4.1.1.1");
    public static final Uid DigitalXRayImageStorageForPresentation = new Uid("1.2.840.10008.5.1.4.1.1.1.1");
    public static final Uid DigitalMammographyXRayImageStorageForPresentation = new Uid("1.2.840.10008.5.1.4.1.1.1.2");
    public static final Uid CTImageStorage = new Uid("1.2.840.10008.5.1.4.1.1.2");
    public static final Uid MRImageStorage = new Uid("1.2.840.10008.5.1.4.1.1.4");
    public static final Uid UltrasoundImageStorage = new Uid("1.2.840.10008.5.1.4.1.1.6.1");
    public static final Uid UltrasoundMultiFrameImageStorage = new Uid("1.2.840.10008.5.1.4.1.1.3.1");
    public static final Uid SecondaryCaptureImageStorage = new Uid("1.2.840.10008.5.1.4.1.1.7");

    /** Implementation Class UID (0002,0012) of files written by Candela; derived from a UUID (PS3.5 B.2). */
    public static final Uid Implementation = new Uid("2.25.162365253759809857474994371462908087603");

    private UID() {}
}
