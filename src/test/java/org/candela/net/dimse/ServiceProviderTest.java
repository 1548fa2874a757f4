package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port we open, and peers that do what they should and what they should not. */
class ServiceProviderTest {
    private static final String CT = UID.CTImageStorage.value();
    private static final int STORE = 1;
    private static final int EVENT = 3;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final List<ReportedEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    private ServiceProvider provider;

    @BeforeEach
    void listen() throws Exception {
        provider = new ApplicationEntity(threads, scheduler)
                .listen(settings(folder).hearing(events::add));
    }

    @AfterEach
    void end() {
        provider.close();
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private static ServiceProvider.Settings settings(Path in) {
        return new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                List.of(new ServiceProvider.Allowed("MODALITY", Set.of())),
                new Inbox(in, 1 << 20, stored -> {}),
                Duration.ofSeconds(1),
                2);
    }

    private ScriptedPeer.Line line() throws Exception {
        return ScriptedPeer.Line.to(provider.port());
    }

    private static Pdu.AssociateRequest request(UserInformation user) {
        return new Pdu.AssociateRequest(
                "CANDELA",
                "MODALITY",
                List.of(
                        new Pdu.Proposed(STORE, CT, Contexts.UNCOMPRESSED),
                        new Pdu.Proposed(EVENT, Contexts.COMMITMENT, Contexts.UNCOMPRESSED),
                        new Pdu.Proposed(5, Contexts.STUDY_FIND, Contexts.UNCOMPRESSED),
                        new Pdu.Proposed(7, CT, List.of("1.2.840.10008.1.2.4.999"))),
                user);
    }

    private ScriptedPeer.Line associated() throws Exception {
        ScriptedPeer.Line line = line();
        line.write(request(UserInformation.NONE));
        assertInstanceOf(Pdu.AssociateAccept.class, line.read());
        return line;
    }

    private static CommandSet store(String instance) {
        return CommandSet.of(CommandSet.C_STORE)
                .text(CommandSet.AFFECTED_CLASS, CT)
                .text(CommandSet.AFFECTED_INSTANCE, instance)
                .number(CommandSet.MESSAGE_ID, 9);
    }

    private static Attributes object(String instance) {
        return new Attributes().set(Tag.SOPClassUID, VR.UI, CT).set(Tag.SOPInstanceUID, VR.UI, instance);
    }

    private static int status(ScriptedPeer.Line line) throws Exception {
        return line.command().command().number(CommandSet.STATUS);
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void contextsRolesAndWindowAreAnsweredOneByOne() throws Exception {
        UserInformation proposed = new UserInformation(
                0,
                "1.2.3",
                "X",
                new UserInformation.Window(5, 5),
                List.of(
                        new UserInformation.Role(CT, true, true),
                        new UserInformation.Role(Contexts.COMMITMENT, false, true)),
                List.of());
        try (ScriptedPeer.Line line = line()) {
            line.write(request(proposed));

            Pdu.AssociateAccept accept = (Pdu.AssociateAccept) line.read();

            assertEquals(
                    List.of(0, 0, 3, 4),
                    accept.contexts().stream().map(Pdu.Answered::result).toList());
            assertEquals(
                    List.of(
                            new UserInformation.Role(CT, true, false),
                            new UserInformation.Role(Contexts.COMMITMENT, false, true)),
                    accept.user().roles());
            assertEquals(new UserInformation.Window(5, 1), accept.user().window());
            assertEquals(Association.MAX_DATA, accept.user().maxLength());
        }
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void requestsSentAheadWithinTheWindowAreAnsweredInOrder() throws Exception {
        try (ScriptedPeer.Line line = associated()) {
            for (int i = 1; i <= 5; i++) {
                line.send(STORE, store("1.2." + i).number(CommandSet.MESSAGE_ID, i), object("1.2." + i));
            }

            for (int i = 1; i <= 5; i++) {
                assertEquals(i, line.command().command().number(CommandSet.RESPONDED_ID));
            }
        }
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void anotherApplicationContextOrVersionIsRejected() throws Exception {
        byte[] context = PduCodec.encode(request(UserInformation.NONE));
        context[6 + 68 + 4 + 20] = '2';
        byte[] version = PduCodec.encode(request(UserInformation.NONE));
        version[7] = 2;
        try (ScriptedPeer.Line first = line();
                ScriptedPeer.Line second = line()) {
            first.writeBytes(context);
            second.writeBytes(version);

            assertEquals(new Pdu.AssociateReject(1, 1, 2), first.read());
            assertEquals(new Pdu.AssociateReject(1, 2, 2), second.read());
        }
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void aConnectionThatAsksForNothingIsClosed() throws Exception {
        try (ScriptedPeer.Line line = line()) {
            line.writeBytes(new byte[] {1, 0});

            assertTrue(line.isAtEnd()); // AA-2: ARTIM closes without a word
        }
    }

    // [utest->req~net.dimse.allow-list~1]
    @Test
    void moreAssociationsThanAllowedAreTurnedAwayForAWhile() throws Exception {
        try (ScriptedPeer.Line first = associated();
                ScriptedPeer.Line second = associated();
                ScriptedPeer.Line third = line()) {
            third.write(request(UserInformation.NONE));

            assertEquals(new Pdu.AssociateReject(2, 3, 2), third.read());
        }
        try (ScriptedPeer.Line again = associatedWhenFree()) {
            again.write(new Pdu.ReleaseRequest());
            assertInstanceOf(Pdu.ReleaseReply.class, again.read());
        }
    }

    private ScriptedPeer.Line associatedWhenFree() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (true) {
            ScriptedPeer.Line line = line();
            line.write(request(UserInformation.NONE));
            if (line.read() instanceof Pdu.AssociateAccept || System.nanoTime() > deadline) {
                return line;
            }
            line.close();
        }
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void idleConnectionsTakeNoMoreThanTheirPlaces() throws Exception {
        List<ScriptedPeer.Line> idle = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            idle.add(line());
        }
        int answered = 0;
        for (ScriptedPeer.Line line : idle) {
            answered += isAnswered(line) ? 1 : 0;
        }
        for (ScriptedPeer.Line line : idle) {
            line.close();
        }

        assertEquals(10, answered); // two associations and eight connections beyond
    }

    private static boolean isAnswered(ScriptedPeer.Line line) throws Exception {
        try {
            line.write(request(UserInformation.NONE));
            line.read();
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    // [utest->req~net.dimse.pdus~1]
    @Test
    void anOperationWeDoNotKnowIsAnsweredAndTheAssociationGoesOn() throws Exception {
        try (ScriptedPeer.Line line = associated()) {
            line.send(STORE, CommandSet.of(CommandSet.C_FIND).number(CommandSet.MESSAGE_ID, 1), new Attributes());
            assertEquals(CommandSet.UNRECOGNIZED_OPERATION, status(line));

            line.send(STORE, CommandSet.of(CommandSet.C_CANCEL).number(CommandSet.RESPONDED_ID, 1));
            line.send(STORE, CommandSet.of(CommandSet.C_ECHO).number(CommandSet.MESSAGE_ID, 2));
            assertEquals(0, status(line));
        }
    }

    // [utest->req~net.dimse.whole-objects~1]
    @Test
    void anObjectThatIsNotWhatItsContextSaysIsRefusedAndTheNextIsTaken() throws Exception {
        try (ScriptedPeer.Line line = associated()) {
            line.send(STORE, store("1.2.a"), object("1.2.3"));
            assertEquals(0xC000, status(line));
            line.send(STORE, store("1.2.3").text(CommandSet.AFFECTED_CLASS, "1.2.3"), object("1.2.3"));
            assertEquals(0x0122, status(line));
            line.send(STORE, store("../../x"), object("1.2.3"));
            assertEquals(0xC000, status(line));
            line.send(STORE, store("1.2.3"), object("1.2.3"));
            assertEquals(0, status(line));
        }
        assertEquals(List.of("1.2.3.dcm"), names());
        assertEquals(
                new Uid("1.2.3"),
                DicomReader.read(folder.resolve("1.2.3.dcm"))
                        .dataSet()
                        .uid(Tag.SOPInstanceUID)
                        .orElseThrow());
    }

    // [utest->req~net.dimse.whole-objects~1]
    @Test
    void aDiskThatTakesNothingIsToldToTheSenderAndTheAssociationGoesOn() throws Exception {
        provider.close();
        Path gone = folder.resolve("gone");
        provider = new ApplicationEntity(threads, scheduler).listen(settings(gone));
        try (ScriptedPeer.Line line = associated()) {
            line.send(STORE, store("1.2.3"), object("1.2.3"));
            assertEquals(0xA700, status(line));

            Files.createDirectory(gone);
            line.send(STORE, store("1.2.3"), object("1.2.3"));
            assertEquals(0, status(line));
        }
    }

    // [utest->req~net.dimse.pdus~1]
    @Test
    void aFragmentInAnotherContextEndsTheAssociation() throws Exception {
        try (ScriptedPeer.Line line = associated()) {
            line.write(new Pdu.DataTransfer(List.of(
                    new Pdu.Pdv(
                            STORE,
                            3,
                            store("1.2.3").number(CommandSet.DATA_SET_TYPE, 0).encode()),
                    new Pdu.Pdv(EVENT, 2, new byte[10]))));

            assertEquals(new Pdu.Abort(2, PduException.INVALID_PARAMETER), line.read());
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (!names().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(), names());
    }

    // [utest->req~net.dimse.commitment~1]
    @Test
    void anEventIsHandedOnAndConfirmed() throws Exception {
        Attributes information = new Attributes()
                .set(0x00081195, VR.UI, "1.2.77")
                .setItems(
                        Tag.ReferencedSOPSequence,
                        List.of(new Attributes().set(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.3")));
        try (ScriptedPeer.Line line = associated()) {
            line.send(
                    EVENT,
                    CommandSet.of(CommandSet.N_EVENT_REPORT)
                            .text(CommandSet.AFFECTED_CLASS, Contexts.COMMITMENT)
                            .text(CommandSet.AFFECTED_INSTANCE, "1.2.840.10008.1.20.1.1")
                            .number(CommandSet.MESSAGE_ID, 4)
                            .number(CommandSet.EVENT_TYPE, 1),
                    information);
            CommandSet answer = line.command().command();

            assertEquals(0, answer.number(CommandSet.STATUS));
            assertEquals(1, answer.number(CommandSet.EVENT_TYPE));
        }
        StorageCommitment.Result result =
                StorageCommitment.result(events.get(0)).orElseThrow();
        assertEquals(new Uid("1.2.77"), result.transaction());
        assertEquals(List.of(new Uid("1.2.3")), result.committed());
    }

    // [utest->req~net.dimse.allow-list~1]
    @Test
    void closingThePortAbortsWhatIsOpen() throws Exception {
        try (ScriptedPeer.Line line = associated()) {
            provider.close();

            assertEquals(new Pdu.Abort(0, 0), line.read());
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
