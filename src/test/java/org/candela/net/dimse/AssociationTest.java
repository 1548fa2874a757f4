package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.net.dimse.DimseException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Associations that we open, with peers that do what they should and what they should not. */
class AssociationTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    @AfterEach
    void end() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private Association connect(ScriptedPeer peer, Contexts contexts) throws Exception {
        return entity.connect(peer.endpoint(), contexts, new Cancellation());
    }

    private DimseException failureOfEcho(ScriptedPeer.Script script) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
            DimseException failure = assertThrows(DimseException.class, () -> {
                try (Association association = connect(peer, Contexts.verification())) {
                    new ServiceUser(association).echo(new Cancellation());
                }
            });
            peer.finish();
            return failure;
        }
    }

    private static CommandSet answerTo(ScriptedPeer.Received request, int status) {
        return CommandSet.answer(request.command(), status);
    }

    // [utest->req~net.dimse.states~1]
    @Test
    void aReleaseThatCrossesThatOfThePeerEndsInOrder() throws Exception {
        List<Integer> seen = new ArrayList<>();
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            seen.add(line.read().type());
            line.write(new Pdu.ReleaseRequest());
            seen.add(line.read().type()); // AR-9: the requestor answers first
            line.write(new Pdu.ReleaseReply());
            assertTrue(line.isAtEnd());
        })) {
            connect(peer, Contexts.verification()).close();

            peer.finish();
            assertEquals(List.of(5, 6), seen);
        }
    }

    // [utest->req~net.dimse.states~1]
    @Test
    void dataThatComesAfterTheReleaseRequestIsDropped() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            line.read();
            line.send(1, CommandSet.of(CommandSet.C_ECHO));
            line.write(new Pdu.ReleaseReply());
            assertTrue(line.isAtEnd());
        })) {
            connect(peer, Contexts.verification()).close();
            peer.finish();
        }
    }

    // [utest->req~net.dimse.states~1]
    @Test
    void aPeerThatReleasesWhileItShouldAnswerIsAnsweredAndTold() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.acceptAll();
            line.command();
            line.write(new Pdu.ReleaseRequest());
            assertInstanceOf(Pdu.ReleaseReply.class, line.read());
        });

        assertEquals(Kind.ABORTED, failure.kind());
    }

    // [utest->req~net.dimse.pdus~1]
    @Test
    void aPduThatTheStateForbidsEndsWithAnAbortOfTheProvider() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.acceptAll();
            line.command();
            line.write(new Pdu.AssociateReject(1, 1, 1));
            assertEquals(new Pdu.Abort(2, PduException.UNEXPECTED_PDU), line.read());
            assertTrue(line.isAtEnd());
        });

        assertEquals(Kind.PROTOCOL, failure.kind());
    }

    // [utest->req~net.dimse.pdus~1]
    @Test
    void anUnknownPduEndsWithAnAbortOfTheProvider() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.acceptAll();
            line.command();
            line.writeBytes(new byte[] {9, 0, 0, 0, 0, 4, 0, 0, 0, 0});
            assertEquals(new Pdu.Abort(2, PduException.UNRECOGNIZED_PDU), line.read());
        });

        assertEquals(Kind.PROTOCOL, failure.kind());
    }

    // [utest->req~net.dimse.pdus~1]
    @Test
    void aPduThatDeclaresMoreThanWeTakeIsNotAllocated() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.acceptAll();
            line.command();
            line.writeBytes(new byte[] {4, 0, 0x7F, -1, -1, -1});
            assertEquals(new Pdu.Abort(2, PduException.INVALID_PARAMETER), line.read());
        });

        assertTrue(String.valueOf(failure.getMessage()).contains("declares 2147483647 bytes"));
    }

    // [utest->req~net.dimse.states~1]
    @Test
    void anAbortInAnyStateIsTold() throws Exception {
        DimseException before = failureOfEcho(line -> {
            line.read();
            line.write(new Pdu.Abort(2, 0));
        });
        DimseException after = failureOfEcho(line -> {
            line.acceptAll();
            line.command();
            line.write(new Pdu.Abort(0, 0));
        });

        assertEquals(List.of(Kind.ABORTED, Kind.ABORTED), List.of(before.kind(), after.kind()));
    }

    // [utest->req~net.dimse.states~1]
    @Test
    void aRejectionSaysWhatToDo() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.read();
            line.write(new Pdu.AssociateReject(1, 1, 7));
        });

        assertEquals(Kind.REJECTED, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("check the one in the address"));
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void aPeerThatTakesNoneOfTheServicesIsReleasedAndTheyAreNamed() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            Pdu.AssociateRequest request = (Pdu.AssociateRequest) line.read();
            line.write(new Pdu.AssociateAccept(
                    request.called(),
                    request.calling(),
                    List.of(new Pdu.Answered(1, 3, "1.2.840.10008.1.2")),
                    UserInformation.NONE));
            line.release();
        });

        assertEquals(Kind.REJECTED, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("Verification SOP Class"), "" + failure.getMessage());
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void aSyntaxThatWasNotOfferedIsNotTaken() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            Pdu.AssociateRequest request = (Pdu.AssociateRequest) line.read();
            line.write(new Pdu.AssociateAccept(
                    request.called(),
                    request.calling(),
                    List.of(new Pdu.Answered(1, 0, "1.2.840.10008.1.2.4.50")),
                    UserInformation.NONE));
            line.release();
        });

        assertEquals(Kind.REJECTED, failure.kind());
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void noPduIsLongerThanThePeerTakes() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        Attributes keys = new Attributes().set(Tag.StudyInstanceUID, VR.UI, "1.2.3");
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.accept(13, List.of());
            boolean isData = false;
            while (!isData) {
                Pdu.Pdv value = ((Pdu.DataTransfer) line.read()).values().get(0);
                lengths.add(value.bytes().length + Outgoing.PDV_HEADER);
                isData = !value.isCommand() && value.isLast();
            }
            ScriptedPeer.Received request = new ScriptedPeer.Received(
                    1, CommandSet.of(CommandSet.C_FIND).number(CommandSet.MESSAGE_ID, 1));
            line.send(1, answerTo(request, 0));
            line.release();
        })) {
            try (Association association = connect(peer, Contexts.queries())) {
                new ServiceUser(association).find(ServiceUser.Model.STUDY_ROOT, keys, match -> {}, new Cancellation());
            }
            peer.finish();
        }

        assertTrue(lengths.stream().allMatch(length -> length <= 13), lengths.toString());
        assertTrue(lengths.size() > 10);
    }

    // [utest->req~net.dimse.negotiation~1]
    @Test
    void relationalQueriesAreAgreedOn() throws Exception {
        List<byte[]> asked = new ArrayList<>();
        byte[] agreed = {1, 0, 0};
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            Pdu.AssociateRequest request =
                    line.accept(0, List.of(UserInformation.SubItem.extended(Contexts.STUDY_FIND, agreed)));
            request.user().opaque().forEach(item -> item.informationFor(Contexts.STUDY_FIND)
                    .ifPresent(asked::add));
            line.release();
        })) {
            try (Association association =
                    connect(peer, Contexts.queries().relational().as("reader", "secret"))) {
                ServiceUser user = new ServiceUser(association);
                assertTrue(user.isRelational(ServiceUser.Model.STUDY_ROOT));
                assertFalse(user.isRelational(ServiceUser.Model.PATIENT_ROOT));
            }
            peer.finish();
        }

        assertArrayEquals(new byte[] {1, 0, 1}, asked.get(0));
    }

    // [utest->req~net.dimse.cancel~1]
    @Test
    void aQueryCancelledWhileThePeerIsSilentSendsCancelAtOnce() throws Exception {
        Cancellation cancellation = new Cancellation();
        List<Integer> fields = new ArrayList<>();
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            ScriptedPeer.Received find = line.command();
            line.data();
            cancellation.cancel();
            ScriptedPeer.Received cancel = line.command();
            fields.add(cancel.command().number(CommandSet.FIELD));
            fields.add(cancel.command().number(CommandSet.RESPONDED_ID));
            line.send(find.contextId(), answerTo(find, 0xFE00));
            line.release();
        })) {
            try (Association association = connect(peer, Contexts.queries())) {
                ServiceUser user = new ServiceUser(association);
                assertThrows(
                        CancellationException.class,
                        () -> user.find(ServiceUser.Model.STUDY_ROOT, new Attributes(), match -> {}, cancellation));
            }
            peer.finish();
        }

        assertEquals(List.of(CommandSet.C_CANCEL, 1), fields);
    }

    // [utest->req~net.dimse.cancel~1]
    @Test
    void aPeerThatDoesNotHeedCancelIsCutOff() throws Exception {
        Cancellation cancellation = new Cancellation();
        long began = System.nanoTime();
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            ScriptedPeer.Received find = line.command();
            line.data();
            cancellation.cancel();
            assertThrows(IOException.class, () -> {
                while (true) { // until the connection breaks
                    line.send(find.contextId(), answerTo(find, 0xFF00), new Attributes());
                }
            });
        })) {
            Association association = connect(peer, Contexts.queries());

            assertThrows(CancellationException.class, () -> new ServiceUser(association)
                    .find(ServiceUser.Model.STUDY_ROOT, new Attributes(), match -> {}, cancellation));

            assertTrue(association.isEnded());
            peer.finish();
        }
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(5), "took too long");
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void aPeerThatSendsAByteNowAndThenIsGivenUp() throws Exception {
        long began = System.nanoTime();
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.read();
            line.writeBytes(new byte[] {2, 0, 0, 0, 1, 0});
            assertThrows(IOException.class, () -> {
                while (true) {
                    line.writeBytes(new byte[1]);
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            });
        })) {
            DimseException failure = assertThrows(
                    DimseException.class,
                    () -> entity.connect(
                            peer.endpoint().within(Duration.ofMillis(500)),
                            Contexts.verification(),
                            new Cancellation()));

            assertEquals(Kind.TIMED_OUT, failure.kind());
            peer.finish();
        }
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(4), "took too long");
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void cancellingEndsTheWaitForAnAssociation() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.read();
            cancellation.cancel();
            assertInstanceOf(Pdu.Abort.class, line.read());
        })) {
            assertThrows(
                    CancellationException.class,
                    () -> entity.connect(peer.endpoint(), Contexts.verification(), cancellation));
            peer.finish();
        }
    }

    // [utest->req~net.dimse.pdus~1]
    @Test
    void anAnswerToSomethingElseEndsTheAssociation() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.acceptAll();
            ScriptedPeer.Received echo = line.command();
            line.send(1, answerTo(echo, 0).number(CommandSet.RESPONDED_ID, 77));
            assertInstanceOf(Pdu.Abort.class, line.read());
        });

        assertEquals(Kind.PROTOCOL, failure.kind());
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void fragmentsWithoutAByteDoNotGoOnForEver() throws Exception {
        DimseException failure = failureOfEcho(line -> {
            line.acceptAll();
            ScriptedPeer.Received echo = line.command();
            Pdu nothing = new Pdu.DataTransfer(List.of(new Pdu.Pdv(echo.contextId(), 1, new byte[0])));
            for (int i = 0; i < 100; i++) {
                line.write(nothing);
            }
            assertEquals(new Pdu.Abort(2, PduException.INVALID_PARAMETER), line.read());
        });

        assertEquals(Kind.PROTOCOL, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("empty fragments"), failure.getMessage());
    }
}
