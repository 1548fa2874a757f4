package org.candela.backup;

/** What of a workstation is copied. */
public enum BackupScope {
    /** All that cannot be had again: images are fetched from the facilities anew. */
    WITHOUT_IMAGES,
    WITH_IMAGES
}
