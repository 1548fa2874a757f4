package org.candela.displayqa.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.Sha256;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Dictionary;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.VR;

/** Fields of a DICOM report: every element but the seal, in the order of the tags, items in theirs. */
final class DicomFields {
    private static final int LONGEST_SEAL = 1 << 22;
    /** The document of many levels is longer than the values that readers usually keep; a field left out would be unsealed. */
    private static final ReadOptions WHOLE = ReadOptions.standard().withValuesInMemory(1 << 26);

    private DicomFields() {}

    /** Of a file whose seal was cut off. */
    static FieldList of(byte[] content) {
        List<Field> fields = new ArrayList<>();
        try {
            DicomFile file = read(content);
            add(fields, "", file.meta());
            add(fields, "", file.dataSet());
            return FieldList.whole(fields);
        } catch (IOException | DicomFormatException | IllegalArgumentException e) {
            return new FieldList(fields, "no DICOM");
        }
    }

    /** The sealed document inside; empty where there is none. */
    static Optional<byte[]> document(byte[] file) {
        try {
            return DicomReader.read(file, "report", WHOLE).dataSet().bytes(DicomSystem.DOCUMENT);
        } catch (IOException | DicomFormatException e) {
            return Optional.empty();
        }
    }

    private static DicomFile read(byte[] content) throws IOException, DicomFormatException {
        int sealLength = DicomSystem.sealLength(content);
        if (sealLength < 0 || sealLength > LONGEST_SEAL) {
            throw new IOException("no seal follows");
        }
        byte[] whole = Arrays.copyOf(content, content.length + sealLength);
        Arrays.fill(whole, content.length, whole.length, (byte) ' ');
        return DicomReader.read(whole, "report", WHOLE);
    }

    private static void add(List<Field> fields, String path, Attributes attributes) {
        for (int tag : attributes.tags()) {
            if (tag == DicomSystem.SEAL) {
                continue;
            }
            String place = path + place(tag);
            if (attributes.vr(tag).filter(VR.SQ::equals).isPresent()) {
                List<Attributes> items = attributes.items(tag);
                for (int i = 0; i < items.size(); i++) {
                    add(fields, place + "[" + (i + 1) + "]/", items.get(i));
                }
            } else {
                fields.add(new Field(place, value(attributes, tag)));
            }
        }
    }

    private static String value(Attributes attributes, int tag) {
        VR vr = attributes.vr(tag).orElse(VR.UN);
        return switch (vr) {
            case US, UL, FL, FD -> attributes.numbers(tag).toString();
            case OB, UN -> "SHA-256 " + Sha256.hex(attributes.bytes(tag).orElse(new byte[0]));
            default -> String.join("\\", attributes.strings(tag));
        };
    }

    private static String place(int tag) {
        String number = String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
        return Dictionary.standard()
                .keyword(tag)
                .map(word -> number + " " + word)
                .orElse(number);
    }
}
