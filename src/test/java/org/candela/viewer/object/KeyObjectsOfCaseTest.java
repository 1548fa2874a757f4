package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.structured.KeyObjects;
import org.candela.dicom.object.structured.KeyObjectsReader;
import org.candela.study.FrameKey;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyObjectsOfCaseTest {
    @TempDir
    private Path folder;

    // [utest->req~viewer.key-objects-written~1]
    // [utest->req~viewer.key-objects-read~1]
    @Test
    void whatOneDeskExportsMarksTheSameImagesOnAnother() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            KeyObjectExport.Written written = room.export().write(ObjectRoom.STUDY, Set.of(ObjectRoom.FIRST));
            ObjectFiles.requireValid(written.file());
            room.admit(written.file());
            room.open();

            assertEquals(1, written.images());
            assertEquals(Set.of(ObjectRoom.FIRST), room.session.beside().keyImages());
            assertEquals(0, room.session.beside().found().unread());
            assertFalse(room.session.keyImages().isMarked(ObjectRoom.FIRST), "what was sent is not the reader's own");
        }
    }

    // [utest->req~viewer.key-objects-read~1]
    @Test
    void theNextKeyImageIsAlsoOneThatWasSent() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            room.admit(export(room, ObjectRoom.SECOND));
            room.open();
            assertEquals(0, room.session.activeViewport().frameIndex());

            new ViewerActions(room.session).run(ViewerAction.NEXT_KEY_IMAGE);

            assertEquals(1, room.session.activeViewport().frameIndex());
        }
    }

    // [utest->req~viewer.key-objects-read~1]
    @Test
    void aSelectionThatCannotBeReadIsCountedAndTheOthersAreRead() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            Path good = export(room, ObjectRoom.SECOND);
            Attributes broken = DicomReader.read(good).dataSet().copy();
            broken.remove(Tag.ConceptNameCodeSequence);
            broken.set(Tag.SOPInstanceUID, VR.UI, "1.2.3.4.7.1");
            room.admit(ObjectRoom.file(broken, folder.resolve("broken.dcm")));
            room.admit(good);
            room.open();

            assertEquals(Set.of(ObjectRoom.SECOND), room.session.beside().keyImages());
            assertEquals(1, room.session.beside().found().unread());
        }
    }

    // [utest->req~viewer.key-objects-read~1]
    @Test
    void whatWasSentWithOneCaseIsGoneWithIt() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            room.admit(export(room, ObjectRoom.SECOND));
            room.open();
            assertFalse(room.session.beside().keyImages().isEmpty());

            room.session.close();

            assertTrue(room.session.beside().keyImages().isEmpty());
        }
    }

    // [utest->req~viewer.key-objects-written~1]
    @Test
    void nothingIsWrittenWhenNothingOfTheStudyIsMarked() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            Uid another = new Uid("1.2.3.99");

            CandelaException none =
                    assertThrows(CandelaException.class, () -> room.export().write(ObjectRoom.STUDY, List.of()));
            CandelaException elsewhere =
                    assertThrows(CandelaException.class, () -> room.export().write(another, List.of(ObjectRoom.FIRST)));

            assertEquals(KeyObjectExport.NOTHING_MARKED, none.code());
            assertEquals(KeyObjectExport.NOTHING_MARKED, elsewhere.code());
            assertFalse(Files.exists(room.exports()));
        }
    }

    // [utest->req~viewer.key-objects-written~1]
    @Test
    void ofAnObjectOfFramesOnlyTheMarkedFramesAreNamed() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            FrameKey second = room.admitFrames();

            Path written = export(room, second);

            KeyObjects keys = KeyObjectsReader.read(DicomReader.read(written).dataSet());
            assertTrue(keys.marks(second.sopInstance(), 2));
            assertFalse(keys.marks(second.sopInstance(), 1));
        }
    }

    private static Path export(ObjectRoom room, FrameKey marked) throws CandelaException {
        return room.export().write(ObjectRoom.STUDY, Set.of(marked)).file();
    }
}
