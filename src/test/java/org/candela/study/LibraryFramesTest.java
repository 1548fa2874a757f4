package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFramesTest {
    @TempDir
    Path folder;

    private Desk desk;
    private LibraryFrames frames;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder.resolve("home"));
        frames = new LibraryFrames(desk.library, FrameReader::open);
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 3), folder), StudyImport.LOCAL);
    }

    @AfterEach
    void close() throws CandelaException {
        desk.close();
    }

    private StudyException failureOf(int slice, int frame) {
        FrameKey key = new FrameKey(SmallStudies.instanceUid(7, slice), frame);
        return assertThrows(StudyException.class, () -> frames.load(key));
    }

    @Test
    void loadsAnAdmittedFrame() throws CandelaException {
        LoadedFrame loaded = frames.load(new FrameKey(SmallStudies.instanceUid(7, 3), 0));

        assertEquals(3, loaded.frame().value(0, 0));
        assertEquals(7.5, loaded.description().place().plane().orElseThrow().position());
    }

    @Test
    void whatIsNotHereIsSaidSo() {
        assertEquals("study.not-here", failureOf(4, 0).code());
        assertEquals("study.no-such-frame", failureOf(3, 1).code());
    }

    @Test
    void aFileThatVanishedIsAClearFailure() throws Exception {
        Files.delete(desk.library.fileOf(SmallStudies.instanceUid(7, 3)).orElseThrow());

        assertEquals("study.unreadable", failureOf(3, 0).code());
    }
}
