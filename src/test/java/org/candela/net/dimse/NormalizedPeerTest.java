package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Workitems, performed steps and commitment with a peer whose messages and associations are those of odil. */
class NormalizedPeerTest {
    private static final int STATE = 0x00741000;
    private static final int PROGRESS_SEQUENCE = 0x00741002;
    private static final int PROGRESS = 0x00741004;
    private static final int PERFORMED = 0x00741216;
    private static final int STEP_STATUS = 0x00400252;
    private static final int SERIES = 0x00400340;
    private static final Uid WORKITEM = new Uid("2.25.900");
    private static final Uid MINE = new Uid("2.25.1001");
    private static final Uid OTHERS = new Uid("2.25.1002");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);
    private final BlockingQueue<ReportedEvent> events = new LinkedBlockingQueue<>();
    private final Cancellation never = new Cancellation();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private ServiceProvider listen() throws Exception {
        return entity.listen(TestExam.port(folder, "PEER").hearing(events::add));
    }

    private ReportedEvent nextEvent() throws InterruptedException {
        ReportedEvent event = events.poll(20, TimeUnit.SECONDS);
        assertTrue(event != null, "no event");
        return event;
    }

    private static int statusOf(Executable refused) {
        DimseException failure = assertThrows(DimseException.class, refused);
        assertEquals(DimseException.Kind.FAILED, failure.kind());
        return failure.status().orElseThrow();
    }

    private static String text(Attributes attributes, int tag) {
        return attributes.string(tag).orElse("");
    }

    // [utest->req~net.dimse.workitems~1]
    @Test
    void aWorkitemIsFoundClaimedChangedReadAndCompleted() throws Exception {
        int port = DcmtkPrograms.freePort();
        try (OdilPeer peer = OdilPeer.serving(folder, "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            List<Attributes> found = new ArrayList<>();
            Attributes keys = new Attributes().set(Tag.SOPInstanceUID, VR.UI).set(STATE, VR.CS, "SCHEDULED");
            new ServiceUser(association).find(ServiceUser.Model.PROCEDURE_STEPS, keys, found::add, never);
            Workitems workitems = new Workitems(association);
            workitems.claim(WORKITEM, MINE, never);
            Attributes progress =
                    new Attributes().setItems(PROGRESS_SEQUENCE, List.of(new Attributes().set(PROGRESS, VR.DS, "50")));
            workitems.update(WORKITEM, MINE, progress, never);
            Attributes read = workitems.read(WORKITEM, List.of(STATE, PROGRESS_SEQUENCE), never);
            int tooEarly = statusOf(() -> workitems.end(WORKITEM, Workitems.End.COMPLETED, MINE, never));
            workitems.update(WORKITEM, MINE, new Attributes().setItems(PERFORMED, List.of(new Attributes())), never);
            workitems.end(WORKITEM, Workitems.End.COMPLETED, MINE, never);
            workitems.end(WORKITEM, Workitems.End.COMPLETED, MINE, never); // B306 is no failure

            assertEquals(3, found.size());
            assertEquals("2.25.900", text(found.get(0), Tag.SOPInstanceUID));
            assertEquals("IN PROGRESS", text(read, STATE));
            assertEquals("50", text(read.items(PROGRESS_SEQUENCE).get(0), PROGRESS));
            assertEquals(0xC304, tooEarly);
            assertEquals("COMPLETED", text(workitems.read(WORKITEM, List.of(), never), STATE));
            peer.await("answered 0130 B306");
        }
    }

    // [utest->req~net.dimse.workitems~1]
    @Test
    void whoDoesNotHoldAWorkitemIsToldSoByItsStatus() throws Exception {
        int port = DcmtkPrograms.freePort();
        try (OdilPeer peer = OdilPeer.serving(folder, "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            Workitems workitems = new Workitems(association);
            assertEquals(0xC310, statusOf(() -> workitems.update(WORKITEM, MINE, new Attributes(), never)));
            workitems.claim(WORKITEM, MINE, never);

            assertEquals(0xC301, statusOf(() -> workitems.claim(WORKITEM, OTHERS, never)));
            assertEquals(0xC301, statusOf(() -> workitems.update(WORKITEM, OTHERS, new Attributes(), never)));
            assertEquals(0xC301, statusOf(() -> workitems.end(WORKITEM, Workitems.End.CANCELED, OTHERS, never)));
            assertEquals(0xC302, statusOf(() -> workitems.claim(WORKITEM, MINE, never)));
            assertEquals(0xC307, statusOf(() -> workitems.claim(new Uid("2.25.999"), MINE, never)));
            workitems.end(WORKITEM, Workitems.End.CANCELED, MINE, never);
            assertEquals(0xC300, statusOf(() -> workitems.update(WORKITEM, MINE, new Attributes(), never)));
            assertEquals(0xC311, statusOf(() -> workitems.requestCancel(WORKITEM, "late", never)));
            peer.await("answered 0130 C311");
        }
    }

    // [utest->req~net.dimse.workitems~1]
    @Test
    void aSubscriptionBringsEventsToThePort() throws Exception {
        int port = DcmtkPrograms.freePort();
        try (ServiceProvider provider = listen();
                OdilPeer peer = OdilPeer.serving(folder, "--events", "" + provider.port(), "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            Workitems workitems = new Workitems(association);
            workitems.subscribe(WORKITEM, "CANDELA", Workitems.DeletionLock.TRUE, never);
            ReportedEvent first = nextEvent();
            peer.await("subscribed CANDELA TRUE");
            assertTrue(peer.await("connected").contains(Contexts.UPS_EVENT + "=SCP"), "our role");
            peer.await("confirmed 0000");
            workitems.claim(WORKITEM, MINE, never);
            ReportedEvent second = nextEvent();
            workitems.unsubscribe(WORKITEM, "CANDELA", never);
            workitems.end(WORKITEM, Workitems.End.CANCELED, MINE, never);

            assertEquals(Contexts.UPS_PUSH, first.sopClass().value());
            assertEquals(WORKITEM, first.sopInstance());
            assertEquals(1, first.type());
            assertEquals("PEER", first.callingAe());
            assertEquals("SCHEDULED", text(first.information(), STATE));
            assertEquals("IN PROGRESS", text(second.information(), STATE));
            assertEquals(0, events.size());
        }
    }

    // [utest->req~net.dimse.workitems~1]
    @Test
    void aWorkitemThatNobodyHasBegunIsCancelledOnRequest() throws Exception {
        int port = DcmtkPrograms.freePort();
        try (ServiceProvider provider = listen();
                OdilPeer peer = OdilPeer.serving(folder, "--events", "" + provider.port(), "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            Workitems workitems = new Workitems(association);
            workitems.subscribe(WORKITEM, "CANDELA", Workitems.DeletionLock.FALSE, never);
            nextEvent();

            workitems.requestCancel(WORKITEM, "patient did not come", never);

            assertEquals("CANCELED", text(nextEvent().information(), STATE));
            peer.await("subscribed CANDELA FALSE");
        }
    }

    // [utest->req~net.dimse.workitems~1]
    @Test
    void aSubscriptionToAllWorkitemsBringsEventsOfEach() throws Exception {
        int port = DcmtkPrograms.freePort();
        Uid other = new Uid("2.25.901");
        try (ServiceProvider provider = listen();
                OdilPeer peer = OdilPeer.serving(folder, "--events", "" + provider.port(), "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            Workitems workitems = new Workitems(association);
            workitems.subscribe(Workitems.ALL, "CANDELA", Workitems.DeletionLock.FALSE, never);
            workitems.claim(WORKITEM, MINE, never);
            workitems.claim(other, MINE, never);
            List<Uid> told = List.of(nextEvent().sopInstance(), nextEvent().sopInstance());
            workitems.unsubscribe(Workitems.ALL, "CANDELA", never);
            workitems.end(other, Workitems.End.CANCELED, MINE, never);

            assertEquals(List.of(WORKITEM, other), told);
            assertEquals(0, events.size());
            peer.await("confirmed 0000");
        }
    }

    // [utest->req~net.dimse.performed-steps~1]
    @Test
    void aStepThatGoesOnIsNotifiedToThePort() throws Exception {
        try (ServiceProvider provider = listen()) {
            String told = OdilPeer.run(folder, "report", "" + provider.port());

            assertTrue(told.contains(Contexts.MPPS_NOTIFICATION + "=SCP"), told);
            assertTrue(told.contains("confirmed 0000"), told);
            ReportedEvent event = nextEvent();
            assertEquals(Contexts.MPPS_NOTIFICATION, event.sopClass().value());
            assertEquals("IN PROGRESS", text(event.information(), STEP_STATUS));
        }
    }

    // [utest->req~net.dimse.performed-steps~1]
    @Test
    void aPerformedStepIsReadWholeOrInPart() throws Exception {
        int port = DcmtkPrograms.freePort();
        Uid step = new Uid("2.25.910");
        try (OdilPeer peer = OdilPeer.serving(folder, "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            NormalizedUser user = new NormalizedUser(association);
            Attributes part = user.performedStep(step, List.of(STEP_STATUS), never);
            Attributes whole = user.performedStep(step, List.of(), never);
            int unknown = statusOf(() -> user.performedStep(new Uid("2.25.999"), List.of(), never));

            assertEquals("IN PROGRESS", text(part, STEP_STATUS));
            assertEquals("", text(part, Tag.Modality));
            assertEquals("CT", text(whole, Tag.Modality));
            assertEquals("2.25.911", text(whole.items(SERIES).get(0), Tag.SeriesInstanceUID));
            assertEquals(0x0112, unknown);
            peer.await("answered 0110 0112");
        }
    }

    private static List<StorageCommitment.Instance> instances(String... uids) {
        return java.util.Arrays.stream(uids)
                .map(uid -> new StorageCommitment.Instance(UID.CTImageStorage, new Uid(uid)))
                .toList();
    }

    // [utest->req~net.dimse.commitment~1]
    @Test
    void aCommitmentIsAnsweredOnTheSameAssociation() throws Exception {
        int port = DcmtkPrograms.freePort();
        try (OdilPeer peer = OdilPeer.serving(folder, "--commit", "same", "" + port);
                Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
            StorageCommitment.request(association, MINE, instances("2.25.100", "2.25.101"), never);
            ReportedEvent event =
                    new NormalizedUser(association).awaitEvent(never).orElseThrow();
            peer.await("confirmed 0000");

            StorageCommitment.Result result = StorageCommitment.result(event).orElseThrow();
            assertEquals(1, event.type());
            assertEquals(MINE, result.transaction());
            assertEquals(List.of(new Uid("2.25.100"), new Uid("2.25.101")), result.committed());
            assertEquals(Map.of(), result.failed());
        }
    }

    // [utest->req~net.dimse.commitment~1]
    @Test
    void aCommitmentThatFailsInPartIsAnsweredLaterWithRolesReversed() throws Exception {
        int port = DcmtkPrograms.freePort();
        try (ServiceProvider provider = listen();
                OdilPeer peer =
                        OdilPeer.serving(folder, "--commit", "later", "--events", "" + provider.port(), "" + port)) {
            try (Association association = OdilPeer.connect(entity, port, Contexts.normalized())) {
                StorageCommitment.request(association, MINE, instances("2.25.100", "2.25.404"), never);
            }
            ReportedEvent event = nextEvent();
            assertTrue(peer.await("connected").contains(Contexts.COMMITMENT + "=SCP"), "the archive reports");
            peer.await("confirmed 0000");

            StorageCommitment.Result result = StorageCommitment.result(event).orElseThrow();
            assertEquals(2, event.type());
            assertEquals(List.of(new Uid("2.25.100")), result.committed());
            assertEquals(Set.of(new Uid("2.25.404")), result.failed().keySet());
            assertTrue(String.valueOf(result.failed().get(new Uid("2.25.404"))).contains("send it again"), "reason");
        }
    }

    // [utest->req~net.dimse.commitment~1]
    @Test
    void whoAsksUsToCommitIsToldThatWeDoNot() throws Exception {
        try (ServiceProvider provider = listen()) {
            String told = OdilPeer.run(folder, "commit", "" + provider.port());

            assertTrue(told.contains("status 0211"), told);
        }
    }
}
