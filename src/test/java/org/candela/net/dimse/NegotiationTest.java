package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is agreed on with DCMTK and with odil, in both roles. */
// [utest->req~net.dimse.negotiation~1]
class NegotiationTest {
    private static final Cancellation NEVER = new Cancellation();
    private static final byte[] TOKEN = "token".getBytes(StandardCharsets.US_ASCII);
    private static final int PIXEL_BYTES = 40_000;

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

    private ServiceProvider listen() throws IOException {
        return entity.listen(TestExam.port(folder.resolve("in"), "PEER"));
    }

    private static DimseEndpoint endpoint(int port) {
        return DimseEndpoint.of(URI.create("dicom://PEER@127.0.0.1:" + port), "CANDELA")
                .within(Duration.ofSeconds(10));
    }

    private Path object() throws Exception {
        Attributes object = Talk.object().setBytes(Tag.PixelData, VR.OW, new byte[PIXEL_BYTES]);
        Path file = folder.resolve("object.dcm");
        DicomWriter.write(DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    private Peer.Answer echoscuOrStorescu(String program, ServiceProvider provider, String... options)
            throws Exception {
        Peer.need(program);
        List<String> command = new ArrayList<>(List.of(program, "-d", "-aet", "PEER", "-aec", "CANDELA"));
        command.addAll(List.of(options));
        command.addAll(List.of("127.0.0.1", "" + provider.port()));
        if (program.equals("storescu")) {
            command.add(object().toString());
        }
        return Peer.answer(folder, command);
    }

    private DimseEndpoint storescp(DcmtkPrograms programs, String... options) throws Exception {
        int port = DcmtkPrograms.freePort();
        List<String> command = new ArrayList<>(List.of("storescp", "-d", "-od", folder.toString()));
        command.addAll(List.of(options));
        command.add("" + port);
        programs.start(command.toArray(String[]::new));
        DcmtkPrograms.await(entity, endpoint(port));
        return endpoint(port);
    }

    @ParameterizedTest
    @CsvSource({"--user reader", "--user reader --password secret", "--kerberos FILE", "--saml FILE", "--jwt FILE"})
    void aUserThatStorescuNamesInAnyWayIsHeardAndNotConfirmed(String options) throws Exception {
        Path file = Files.write(folder.resolve("token"), TOKEN);
        String[] named = options.replace("FILE", file.toString()).split(" ");
        String[] confirmed = (options.replace("FILE", file.toString()) + " --pos-response").split(" ");
        try (ServiceProvider provider = listen()) {
            Peer.Answer stored = echoscuOrStorescu("storescu", provider, named);
            Peer.Answer asked = echoscuOrStorescu("storescu", provider, confirmed);

            assertEquals(0, stored.exit(), stored.text());
            assertTrue(Files.exists(folder.resolve("in/2.25.100.dcm")));
            // We know no users, and do not say that we do (D.3.3.7.2).
            assertTrue(asked.text().contains("User Identity Negotiation Response:  none"), asked.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "kerberos", "saml"})
    void aUserThatOdilNamesInAnyWayIsHeard(String kind) throws Exception {
        try (ServiceProvider provider = listen()) {
            String told = OdilPeer.run(folder, "echo", kind, "" + provider.port());

            assertTrue(told.contains("status 0000"), told);
            assertTrue(told.contains("connected " + Association.MAX_DATA + " "), told);
        }
    }

    @Test
    void eachKindOfUserReachesStorescp() throws Exception {
        List<Contexts> named = List.of(
                Contexts.verification().as("reader"),
                Contexts.verification().as("reader", "secret"),
                Contexts.verification().token(3, TOKEN),
                Contexts.verification().token(4, TOKEN),
                Contexts.verification().token(5, TOKEN));
        try (DcmtkPrograms programs = new DcmtkPrograms(folder)) {
            DimseEndpoint peer = storescp(programs);
            for (Contexts contexts : named) {
                try (Association association = entity.connect(peer, contexts, NEVER)) {
                    new ServiceUser(association).echo(NEVER);
                }
            }
        }

        for (String heard : List.of(
                "mode 1: Username",
                "Username: [reader]",
                "mode 2: Username/Password",
                "Password: [secret]",
                "mode 3: Kerberos",
                "mode 4: SAML",
                "mode 5: JWT",
                "JSON Web Token (not dumped) length: " + TOKEN.length)) {
            assertTrue(log("storescp").contains(heard), heard);
        }
    }

    @Test
    void aPeerThatDoesNotKnowTheUserIsNotAssociatedWith() throws Exception {
        try (DcmtkPrograms programs = new DcmtkPrograms(folder)) {
            DimseEndpoint peer = storescp(programs);

            DimseException failure = assertThrows(
                    DimseException.class,
                    () -> entity.connect(
                            peer, Contexts.verification().token(5, TOKEN).confirmed(), NEVER));

            assertEquals(DimseException.Kind.REJECTED, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("the user"), failure.getMessage());
        }
        assertTrue(log("storescp").contains("Positive Response requested: Yes"), log("storescp"));
    }

    @Test
    void aPeerThatKnowsTheUserIsAssociatedWith() throws Exception {
        List<byte[]> named = new ArrayList<>();
        UserInformation.SubItem known =
                new UserInformation.SubItem(UserInformation.USER_IDENTITY_ANSWER, new byte[] {0, 0});
        try (ScriptedPeer peer = ScriptedPeer.playing(line -> {
            Pdu.AssociateRequest request = line.accept(0, List.of(known));
            request.user().opaque().forEach(item -> named.add(item.bytes()));
            line.release();
        })) {
            entity.connect(peer.endpoint(), Contexts.verification().as("me").confirmed(), NEVER)
                    .close();
            peer.finish();
        }

        assertArrayEquals(new byte[] {1, 1, 0, 2, 'm', 'e', 0, 0}, named.get(0));
    }

    @Test
    void anAnswerIsWantedOnlyOfWhoWasTold() {
        Contexts nobody = Contexts.verification();

        assertThrows(IllegalStateException.class, nobody::confirmed);
        assertThrows(IllegalArgumentException.class, () -> nobody.token(6, TOKEN));
    }

    @Test
    void eachSideToldDcmtkItsImplementationAndLength() throws Exception {
        try (DcmtkPrograms programs = new DcmtkPrograms(folder);
                ServiceProvider provider = listen()) {
            storescp(programs);
            Peer.Answer asUser = echoscuOrStorescu("echoscu", provider);

            for (String said : List.of(log("storescp"), asUser.text())) {
                assertTrue(said.contains("Their Implementation Class UID:    " + UID.Implementation), said);
                assertTrue(said.contains("Their Implementation Version Name: CANDELA"), said);
                assertTrue(said.contains("Their Max PDU Receive Size:  " + Association.MAX_DATA), said);
            }
        }
    }

    @Test
    void anObjectOfManyPdusFitsTheLengthsOfDcmtkBothWays() throws Exception {
        StorageUser.Sendable file = StorageUser.Sendable.of(object());
        try (DcmtkPrograms programs = new DcmtkPrograms(folder);
                ServiceProvider provider = listen()) {
            DimseEndpoint peer = storescp(programs, "--max-pdu", "4096");
            try (Association association = entity.connect(peer, StorageUser.contextsFor(List.of(file)), NEVER)) {
                StorageUser.send(association, file, NEVER);
            }
            Peer.Answer asUser = echoscuOrStorescu("storescu", provider, "--max-pdu", "4096", "--max-send-pdu", "4096");
            assertEquals(0, asUser.exit(), asUser.text());
        }

        assertWhole(folder.resolve("SC.2.25.100"));
        assertWhole(folder.resolve("in/2.25.100.dcm"));
    }

    private static void assertWhole(Path file) throws Exception {
        byte[] pixels =
                DicomReader.read(file).dataSet().loadBytes(Tag.PixelData).orElseThrow();
        assertEquals(PIXEL_BYTES, pixels.length);
    }

    @Test
    void dcmqrscpThatAnswersNoExtendedNegotiationIsTakenAsTheLeast() throws Exception {
        try (DcmtkPrograms programs = new DcmtkPrograms(folder)) {
            DimseEndpoint archive = TestExam.endpoint(programs.archive(entity, DcmtkPrograms.freePort()), "QRSCP");
            List<Attributes> found = new ArrayList<>();
            try (Association association =
                    entity.connect(archive, Contexts.queries().relational(), NEVER)) {
                ServiceUser user = new ServiceUser(association);
                user.find(ServiceUser.Model.STUDY_ROOT, Talk.study(), found::add, NEVER);

                assertFalse(user.isRelational(ServiceUser.Model.STUDY_ROOT));
            }
            assertEquals(List.of(), found);
        }
    }

    private String log(String program) throws IOException {
        return Files.readString(folder.resolve(program + ".log"));
    }
}
