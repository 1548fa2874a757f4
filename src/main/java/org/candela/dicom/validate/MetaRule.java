package org.candela.dicom.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;

/** PS3.10 §7.1: File Meta Information; that it is there and of its length is the reader's. */
final class MetaRule implements FileRule {
    private static final byte[] VERSION = {0, 1};
    private static final List<Integer> REQUIRED = List.of(
            Tag.FileMetaInformationVersion,
            Tag.MediaStorageSOPClassUID,
            Tag.MediaStorageSOPInstanceUID,
            Tag.TransferSyntaxUID,
            Tag.ImplementationClassUID);

    @Override
    public void check(DicomFile file, Places places, Report report) {
        Attributes meta = file.meta();
        if (meta.tags().isEmpty()) {
            return;
        }
        for (int tag : REQUIRED) {
            boolean isThere = tag == Tag.FileMetaInformationVersion
                    ? meta.contains(tag)
                    : meta.string(tag).isPresent();
            if (!isThere) {
                report.error(DicomFormatException.NO_OFFSET, tag, "is missing from the File Meta Information");
            }
        }
        meta.bytes(Tag.FileMetaInformationVersion)
                .filter(version -> !Arrays.equals(version, VERSION))
                .ifPresent(version -> report.error(
                        places.of(meta, Tag.FileMetaInformationVersion),
                        Tag.FileMetaInformationVersion,
                        "is not version 1"));
        checkSyntax(meta, places, report);
        checkSame(file, Tag.MediaStorageSOPClassUID, Tag.SOPClassUID, places, report);
        checkSame(file, Tag.MediaStorageSOPInstanceUID, Tag.SOPInstanceUID, places, report);
        meta.uid(Tag.MediaStorageSOPClassUID)
                .filter(uid -> Dictionary.uidName(uid.value()).isEmpty())
                .ifPresent(uid -> report.add(
                        places.of(meta, Tag.MediaStorageSOPClassUID),
                        Tag.MediaStorageSOPClassUID,
                        Severity.WARNING,
                        "names no SOP class of PS3.6 as known here"));
    }

    private static void checkSyntax(Attributes meta, Places places, Report report) {
        Optional<Uid> syntax = meta.uid(Tag.TransferSyntaxUID);
        boolean isUnknown = syntax.map(TransferSyntax::of)
                .filter(found -> found.form() == TransferSyntax.Form.UNKNOWN)
                .isPresent();
        if (isUnknown) {
            boolean isNamed = Dictionary.uidName(syntax.orElseThrow().value()).isPresent();
            report.add(
                    places.of(meta, Tag.TransferSyntaxUID),
                    Tag.TransferSyntaxUID,
                    isNamed ? Severity.WARNING : Severity.ERROR,
                    isNamed ? "names a transfer syntax that is not read here" : "names no transfer syntax of PS3.6");
        }
    }

    private static void checkSame(DicomFile file, int inMeta, int inDataSet, Places places, Report report) {
        Optional<String> said = file.meta().string(inMeta);
        Optional<String> meant = file.dataSet().string(inDataSet);
        if (said.isPresent() && meant.isPresent() && !said.equals(meant)) {
            report.error(
                    places.of(file.meta(), inMeta),
                    inMeta,
                    "differs from " + Tag.toString(inDataSet) + " of the data set");
        }
    }
}
