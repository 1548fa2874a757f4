package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.Fuzz;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.TransferSyntax;

/** What programs of DCMTK say on a whole association, written down while they say it; nothing where they are not installed. */
final class DcmtkConversations implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    private DcmtkConversations(Path folder) {
        this.folder = folder;
    }

    private static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/dcmqrscp"));
    }

    /** Answers of dcmqrscp to each of {@link Talk}; where it refuses all that is asked, that. */
    static List<Fuzz.Seed> ofProviders(Path folder) throws Exception {
        if (!isInstalled()) {
            return List.of();
        }
        try (DcmtkConversations conversations = new DcmtkConversations(folder);
                DcmtkPrograms programs = new DcmtkPrograms(folder)) {
            ApplicationEntity entity = new ApplicationEntity(conversations.threads, conversations.scheduler);
            DimseEndpoint archive = TestExam.endpoint(programs.archive(entity, DcmtkPrograms.freePort()), "QRSCP");
            List<Fuzz.Seed> seeds = new ArrayList<>();
            for (Talk talk : List.of(Talk.STORE, Talk.ECHO, Talk.FIND, Talk.GET, Talk.MOVE, Talk.WORKITEM)) {
                seeds.add(conversations.heard(talk, archive));
            }
            return seeds;
        }
    }

    private Fuzz.Seed heard(Talk talk, DimseEndpoint archive) throws IOException, CandelaException {
        Path in = Files.createDirectories(folder.resolve("heard"));
        try (RecordedSocket socket = new RecordedSocket(new Socket(archive.host(), archive.port()))) {
            Association association =
                    Association.requesting(Wire.over(new Wire.Line(socket, socket), TIMEOUT, scheduler), archive);
            try (association) {
                association.request(talk.contexts().request(archive), new Cancellation());
                talk.use(association, in);
            } catch (DimseException e) {
                // What it refuses is a conversation as well.
                association.abort();
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            said.write(talk.mark());
            said.writeBytes(socket.said());
            return new Fuzz.Seed("dcmqrscp " + talk, said.toByteArray());
        }
    }

    /** Requests of echoscu and storescu. */
    static List<Fuzz.Seed> ofUsers(Path folder) throws Exception {
        if (!isInstalled()) {
            return List.of();
        }
        Path in = Files.createDirectories(folder.resolve("asked"));
        Path object = folder.resolve("object.dcm");
        DicomWriter.write(DicomFile.of(Talk.object(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), object);
        List<RecordedSocket> sockets = new CopyOnWriteArrayList<>();
        try (DcmtkConversations conversations = new DcmtkConversations(folder);
                ServiceProvider provider = conversations.listen(in, sockets)) {
            String port = String.valueOf(provider.port());
            List<String> to = List.of("-aet", "STORESCU", "-aec", "CANDELA", "127.0.0.1", port);
            Peer.run(folder, command("echoscu", to));
            Peer.run(folder, command("storescu", to, object.toString()));
            Peer.run(folder, command("storescu", to, "--propose-lossless", object.toString()));
            Peer.answer(folder, command("findscu", to, "-k", "QueryRetrieveLevel=STUDY"));
        }
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (RecordedSocket socket : sockets) {
            seeds.add(new Fuzz.Seed("DCMTK as user, " + seeds.size(), socket.said()));
        }
        return seeds;
    }

    private static List<String> command(String program, List<String> to, String... more) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(to);
        command.addAll(List.of(more));
        return command;
    }

    private ServiceProvider listen(Path in, List<RecordedSocket> sockets) throws IOException {
        ServiceProvider.Settings settings = new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                List.of(new ServiceProvider.Allowed("STORESCU", Set.of())),
                new Inbox(in, 1 << 20, stored -> {}),
                TIMEOUT,
                4);
        java.net.ServerSocket socket = new java.net.ServerSocket();
        socket.bind(settings.address());
        ServiceProvider provider = new ServiceProvider(
                socket,
                settings,
                (one, unused) -> {
                    RecordedSocket recorded = new RecordedSocket(one);
                    sockets.add(recorded);
                    return Wire.over(new Wire.Line(one, recorded), TIMEOUT, scheduler);
                },
                threads);
        threads.execute(provider::run);
        return provider;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }
}
