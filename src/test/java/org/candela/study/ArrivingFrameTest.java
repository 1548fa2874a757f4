package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.candela.OrthancServer;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.study.LargeImages.Coding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large image from Orthanc, through a proxy on loopback that may cut it. */
// [utest->req~study.arriving-coarse~1]
class ArrivingFrameTest {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static OrthancServer orthanc;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Path original;

    @TempDir
    private Path home;

    @BeforeAll
    static void upload() throws Exception {
        original = LargeImages.image(7, Coding.HT_RPCL, folder);
        orthanc = OrthancServer.start(folder.resolve("orthanc"));
        new DicomWebClient(WebEndpoint.of(orthanc.dicomWeb()), HttpClient.newHttpClient())
                .store(List.of(original), new Cancellation());
    }

    @AfterAll
    static void stop() throws Exception {
        if (orthanc != null) {
            orthanc.close();
        }
    }

    /** What was told of images on their way. */
    private static final class Told implements StudySource.RetrievalListener, ArrivalListener {
        private final List<ArrivingFrame> coming = new ArrayList<>();
        private final List<String> ends = new ArrayList<>();

        @Override
        public void progress(int here, int total) {
            // counted elsewhere
        }

        @Override
        public ArrivalListener arrivals() {
            return this;
        }

        @Override
        public void coming(ArrivingFrame frame) {
            coming.add(frame);
        }

        @Override
        public void whole(Uid instance) {
            ends.add("whole " + instance);
        }

        @Override
        public void broken(Uid instance) {
            ends.add("broken " + instance);
        }

        private List<Integer> reductions() {
            return coming.stream()
                    .map(frame -> frame.coarse().reduction())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void eachResolutionIsSeenAsSoonAsItIsWholeAndIsTheOneOfTheWhole() throws Exception {
        Told told = new Told();
        try (TestWeb proxy = proxy(1.0);
                Desk desk = Desk.sealed(home)) {
            Retrieval retrieval = retrieve(proxy, desk, told);

            assertTrue(retrieval.isComplete(), retrieval.refused().toString());
            assertTrue(told.reductions().size() >= 3, "resolutions seen: " + told.reductions());
            assertEquals(told.reductions().stream().sorted((a, b) -> b - a).toList(), told.reductions());
            FrameReader whole = FrameReader.open(original);
            for (ArrivingFrame frame : told.coming) {
                int reduction = frame.coarse().reduction();
                LoadedFrame expected = CoarseFrame.inFull(
                                whole.reducedBy(reduction).load(0),
                                whole.describe(0).layout(),
                                reduction)
                        .orElseThrow();
                assertArrayEquals(
                        expected.frame().samples(), frame.coarse().frame().samples());
                assertTrue(frame.coarse().isReduced(), "could be measured");
                assertEquals("SECRETNAME^SYNTHETIC", frame.identity().patient().name());
            }
            assertEquals(List.of("whole " + SmallStudies.instanceUid(7, 0)), told.ends);
            long size = Files.size(original);
            ArrivingFrame first = told.coming.get(0);
            assertTrue(first.bytes() < size / 4, "first seen at " + first.bytes() + " of " + size + " bytes");
            told.coming.forEach(frame -> assertTrue(frame.percent().orElseThrow() <= 99, "said to be here whole"));
        }
    }

    @Test
    void anImageThatIsCutIsToldBrokenAndIsNotInTheLibrary() throws Exception {
        Told told = new Told();
        try (TestWeb proxy = proxy(0.5);
                Desk desk = Desk.sealed(home)) {
            assertThrows(CompletionException.class, () -> retrieve(proxy, desk, told));

            assertTrue(!told.coming.isEmpty(), "nothing was seen of it");
            assertTrue(told.coming.stream().allMatch(frame -> frame.coarse().reduction() >= 1), "shown as whole");
            assertEquals(List.of("broken " + SmallStudies.instanceUid(7, 0)), told.ends);
            assertTrue(desk.library.fileOf(SmallStudies.instanceUid(7, 0)).isEmpty());
            assertEquals(List.of(), desk.leftovers());
        }
    }

    @Test
    void aRetrievalThatNobodyWatchesComesAsBefore() throws Exception {
        try (TestWeb proxy = proxy(1.0);
                Desk desk = Desk.sealed(home)) {
            List<Integer> here = new ArrayList<>();
            Retrieval retrieval = remote(proxy, desk)
                    .retrieve(SmallStudies.studyUid(7), (now, total) -> here.add(now), new Cancellation())
                    .join();

            assertTrue(retrieval.isComplete());
            assertEquals(List.of(0, 1), here);
        }
    }

    /** The header is of another study than was asked for: nobody sees it under the name of this one. */
    @Test
    void anImageOfAnotherStudyIsNotSeen() throws Exception {
        Told told = new Told();
        ArrivalWatch watch = new ArrivalWatch(SmallStudies.studyUid(8), told);

        watch.grown(original, Files.size(original), OptionalLong.empty());
        watch.broken();

        assertEquals(List.of(), told.coming);
        assertEquals(List.of(), told.ends);
    }

    private static Retrieval retrieve(TestWeb proxy, Desk desk, Told told) {
        return remote(proxy, desk)
                .retrieve(SmallStudies.studyUid(7), told, new Cancellation())
                .join();
    }

    private static RemoteStudies remote(TestWeb proxy, Desk desk) {
        return desk.remote(Facility.of(new FacilityId("orthanc"), "Orthanc", proxy.uri()));
    }

    /** @param part of each object that comes through */
    private static TestWeb proxy(double part) throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        return TestWeb.serving((reply, asked, number) -> {
            String path = asked.target().substring("/dicom-web".length());
            HttpRequest request = HttpRequest.newBuilder(URI.create(orthanc.dicomWeb() + path))
                    .header("Accept", asked.header("Accept"))
                    .build();
            try {
                HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                answer.headers().firstValue("Content-Type").ifPresent(type -> reply.with("Content-Type", type));
                boolean isObject = !path.contains("instances");
                if (isObject && part < 1) {
                    reply.cut(answer.body(), (int) (answer.body().length * part));
                } else {
                    reply.bytes(answer.statusCode(), answer.body());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        });
    }
}
