package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.net.ExtendedSocketOptions;
import org.candela.TestKeys;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.net.tls.TlsTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon we answer, acknowledge and give up, whatever a peer does. */
@org.junit.jupiter.api.Tag("timed")
class PromptnessTest {
    private static final int EXCHANGES = 60;
    /** Half of what 40 ms for each exchange would take: an acknowledgement that is put off. */
    private static final Duration MOST = Duration.ofMillis(EXCHANGES * 20);

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private static void needsAcknowledgementsAtOnce() throws IOException {
        try (Socket socket = new Socket()) {
            Assumptions.assumeTrue(
                    socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK),
                    "this system does not let a program acknowledge at once");
        }
    }

    /** As DCMTK does it: with Nagle's algorithm the second piece waits for the acknowledgement of the first. */
    private static void writeInPieces(ScriptedPeer.Line line, Pdu pdu) throws IOException {
        byte[] bytes = PduCodec.encode(pdu);
        line.writeBytes(Arrays.copyOf(bytes, 12));
        line.writeBytes(Arrays.copyOfRange(bytes, 12, bytes.length));
    }

    private static Pdu command(CommandSet command) {
        return new Pdu.DataTransfer(List.of(new Pdu.Pdv(1, 3, command.encode())));
    }

    // [utest->req~net.dimse.prompt~1]
    @Test
    void aPeerWhoseAnswersComeInPiecesIsNotKeptWaiting() throws Exception {
        needsAcknowledgementsAtOnce();
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            for (int i = 0; i < EXCHANGES; i++) {
                writeInPieces(line, command(CommandSet.answer(line.command().command(), 0)));
            }
            line.release();
        })) {
            try (Association association =
                    entity.connect(peer.endpoint(), Contexts.verification(), new Cancellation())) {
                ServiceUser user = new ServiceUser(association);
                long began = System.nanoTime();
                for (int i = 0; i < EXCHANGES; i++) {
                    user.echo(new Cancellation());
                }
                assertTrue(System.nanoTime() - began < MOST.toNanos(), "each answer took 20 ms or more");
            }
            peer.finish();
        }
    }

    // [utest->req~net.dimse.prompt~1]
    @Test
    void aPeerWhoseRequestsComeInPiecesIsNotKeptWaiting() throws Exception {
        needsAcknowledgementsAtOnce();
        try (ServiceProvider provider = entity.listen(settings(DimseEndpoint.Security.PLAIN));
                ScriptedPeer.Line line = ScriptedPeer.Line.to(provider.port())) {
            line.write(Contexts.verification()
                    .request(DimseEndpoint.of(URI.create("dicom://CANDELA@127.0.0.1:104"), "MODALITY")));
            line.read();
            long began = System.nanoTime();
            for (int i = 1; i <= EXCHANGES; i++) {
                writeInPieces(line, command(CommandSet.of(CommandSet.C_ECHO).number(CommandSet.MESSAGE_ID, i)));
                assertEquals(i, line.command().command().number(CommandSet.RESPONDED_ID));
            }
            assertTrue(System.nanoTime() - began < MOST.toNanos(), "each answer took 20 ms or more");
        }
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void cancellingEndsASendThatThePeerDoesNotRead() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch atEnd = new CountDownLatch(1);
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            assertTrue(atEnd.await(PATIENT.toSeconds(), TimeUnit.SECONDS));
        })) {
            Association association =
                    entity.connect(peer.endpoint().within(PATIENT), Contexts.queries(), new Cancellation());
            CommandSet request = CommandSet.of(CommandSet.C_FIND);
            Association.Context context = new Exchange(association).context(Contexts.STUDY_FIND);
            long began = System.nanoTime();
            Future<?> cancelling =
                    scheduler.schedule(cancellation::cancel, 500, TimeUnit.MILLISECONDS); // buffers are full by then

            assertThrows(
                    CancellationException.class, () -> association.send(context, request, endless(), cancellation));

            assertTrue(System.nanoTime() - began < AT_ONCE.toNanos(), "took too long");
            assertTrue(association.isEnded());
            assertTrue(cancelling.isDone());
            atEnd.countDown();
            peer.finish();
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int start, int count) {
                return count;
            }
        };
    }

    // [utest->req~net.dimse.cancel~1]
    @Test
    void aRetrievalIsCancelledAmidAnObjectWhichIsKeptWhenItsRestComes() throws Exception {
        Cancellation cancellation = new Cancellation();
        String storage = UID.CTImageStorage.value();
        byte[] object = DataSets.encode(
                new Attributes()
                        .set(Tag.SOPClassUID, VR.UI, storage)
                        .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                        .setBytes(Tag.PixelData, VR.OW, new byte[5000]),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
        byte[] store = CommandSet.of(CommandSet.C_STORE)
                .text(CommandSet.AFFECTED_CLASS, storage)
                .text(CommandSet.AFFECTED_INSTANCE, "1.2.3")
                .number(CommandSet.MESSAGE_ID, 1)
                .number(CommandSet.DATA_SET_TYPE, 0)
                .encode();
        byte[] rest = PduCodec.encode(
                new Pdu.DataTransfer(List.of(new Pdu.Pdv(3, 2, Arrays.copyOfRange(object, 1000, object.length)))));
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            line.acceptAll();
            ScriptedPeer.Received get = line.command();
            line.data();
            line.write(new Pdu.DataTransfer(
                    List.of(new Pdu.Pdv(3, 3, store), new Pdu.Pdv(3, 0, Arrays.copyOf(object, 1000)))));
            line.writeBytes(Arrays.copyOf(rest, 2000));
            awaitHalfAnObject();
            cancellation.cancel();
            assertEquals(CommandSet.C_CANCEL, line.command().command().number(CommandSet.FIELD));
            line.writeBytes(Arrays.copyOfRange(rest, 2000, rest.length));
            assertEquals(0, line.command().command().number(CommandSet.STATUS));
            line.send(get.contextId(), CommandSet.answer(get.command(), 0xFE00));
            line.release();
        })) {
            Contexts contexts = Contexts.gets(List.of(UID.CTImageStorage), StorageClasses.syntaxes());
            try (Association association =
                    entity.connect(peer.endpoint().within(PATIENT), contexts, new Cancellation())) {
                Inbox inbox = new Inbox(folder, 1 << 20, stored -> {});

                assertThrows(CancellationException.class, () -> new ServiceUser(association)
                        .get(new Attributes(), inbox, each -> {}, cancellation));
            }
            peer.finish();
        }
        byte[] kept = Files.readAllBytes(folder.resolve("1.2.3.dcm"));
        assertArrayEquals(object, Arrays.copyOfRange(kept, kept.length - object.length, kept.length));
    }

    private void awaitHalfAnObject() throws Exception {
        long deadline = System.nanoTime() + AT_ONCE.toNanos();
        while (count(folder) == 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    // [utest->req~net.dimse.bounded-waiting~1]
    @Test
    void aTlsHandshakeByteByByteIsGivenUp() throws Exception {
        TestKeys own = TestKeys.make(folder, "own");
        TlsTrust trust =
                TlsTrust.standard().pinning(List.of(own.pin())).as(own.keys(), TestKeys.PASSWORD.toCharArray());
        ApplicationEntity secured = entity.with(TlsProfile.of(trust, Clock.systemUTC()));
        try (ServiceProvider provider = secured.listen(settings(DimseEndpoint.Security.TLS));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), provider.port())) {
            byte[] record = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC};
            long began = System.nanoTime();

            assertThrows(IOException.class, () -> {
                for (int i = 0; System.nanoTime() - began < PATIENT.toNanos(); i++) {
                    socket.getOutputStream().write(i < record.length ? record[i] : 3);
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            });

            assertTrue(System.nanoTime() - began < AT_ONCE.toNanos(), "took too long");
        }
    }

    private ServiceProvider.Settings settings(DimseEndpoint.Security security) {
        return new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                security,
                List.of(new ServiceProvider.Allowed("MODALITY", Set.of())),
                new Inbox(folder, 1 << 20, stored -> {}),
                Duration.ofSeconds(1),
                2);
    }
}
