package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a file before it is sent. */
class SendableTest {
    private static final int META_START = 132;

    @TempDir
    private Path folder;

    // [utest->req~net.dimse.store~1]
    @Test
    void theDataSetBeginsBehindTheFileMetaInformation() throws Exception {
        StorageUser.Sendable file = TestExam.objects(folder, 1, 512).get(0);

        byte[] bytes = Files.readAllBytes(file.file());
        int start = (int) file.start();

        assertEquals(8, bytes[start]); // group 0008, where 0002 is over
        assertEquals(2, bytes[META_START]);
        assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file.syntax());
    }

    // [utest->req~net.dimse.store~1]
    @Test
    void metaInformationWithoutItsLengthIsRefusedInOneLine() throws Exception {
        byte[] whole =
                Files.readAllBytes(TestExam.objects(folder, 1, 512).get(0).file());
        byte[] without = Arrays.copyOf(whole, whole.length - 12);
        System.arraycopy(whole, META_START + 12, without, META_START, whole.length - META_START - 12);
        Path file = Files.write(folder.resolve("without.dcm"), without);

        DicomFormatException refusal = assertThrows(DicomFormatException.class, () -> StorageUser.Sendable.of(file));

        assertTrue(String.valueOf(refusal.getMessage()).contains("write the file anew"), refusal.getMessage());
    }
}
