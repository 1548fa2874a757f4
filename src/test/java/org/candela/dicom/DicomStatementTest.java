package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the conformance statement about files and text. */
class DicomStatementTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom.statement~1]
    @Test
    void characterSets() throws Exception {
        Statement.Table table = new Statement.Table("defined term", "sets", "read and written");
        table.row("(none)", "ASCII (ISO-IR 6)", "yes");
        for (String term : SpecificCharacterSet.DEFINED_TERMS) {
            SpecificCharacterSet set = SpecificCharacterSet.of(List.of(term));
            assertTrue(set.isSupported(), term);
            table.row(term, term.startsWith("ISO 2022") ? "with code extensions" : "without code extensions", "yes");
        }
        table.check("character-sets");
    }

    // [utest->req~dicom.statement~1]
    @Test
    void fileMetaInformation() throws Exception {
        Path file = folder.resolve("file.dcm");
        DicomWriter.write(DicomFile.of(DicomFiles.sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        Attributes meta = DicomReader.read(file).meta();
        Statement.Table table = new Statement.Table("attribute", "tag", "value in a new file");
        for (int tag : meta.tags()) {
            boolean isOurs = tag == Tag.ImplementationClassUID || tag == Tag.ImplementationVersionName;
            String value = isOurs ? meta.string(tag).orElseThrow() : "of the object";
            table.row(
                    Dictionary.standard().keyword(tag).orElseThrow(),
                    Tag.toString(tag),
                    tag == Tag.FileMetaInformationVersion ? "0001" : value);
        }
        table.check("file-meta");
    }
}
