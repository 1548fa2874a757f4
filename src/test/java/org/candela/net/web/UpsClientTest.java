package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.net.web.UpsOutcome.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~net.web.ups~1]
class UpsClientTest {
    private static final Uid ITEM = new Uid("1.2.77.1");
    private static final Uid OURS = new Uid("1.2.88.1");
    private static final Uid THEIRS = new Uid("1.2.88.2");

    private final UpsTestServer server = new UpsTestServer();
    private final Cancellation open = new Cancellation();
    private TestWeb web;
    private UpsClient ups;

    @BeforeEach
    void start() throws IOException {
        web = TestWeb.serving(server);
        ups = new UpsClient(WebEndpoint.of(web.uri()), HttpClient.newHttpClient());
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private static Attributes item() {
        return new Attributes().set(Tag.PatientName, VR.PN, "SECRETNAME^A");
    }

    private String state() throws WebException {
        return ups.retrieve(ITEM, open)
                .orElseThrow()
                .string(UpsTestServer.STATE)
                .orElseThrow();
    }

    @Test
    void aWorkitemIsMadeFoundClaimedAndCompleted() throws Exception {
        assertEquals(Answered.DONE, ups.create(ITEM, item(), open).answer());
        assertEquals(1, ups.search(QidoQuery.all(), open).size());
        assertEquals("SCHEDULED", state());

        assertEquals(Answered.DONE, ups.claim(ITEM, OURS, open).answer());
        assertEquals("IN PROGRESS", state());
        assertEquals(Answered.DONE, ups.update(ITEM, OURS, item(), open).answer());
        assertEquals(Answered.DONE, ups.complete(ITEM, OURS, open).answer());
        assertEquals("COMPLETED", state());
    }

    @Test
    void whatSomebodyElseClaimedIsNotOurs() throws Exception {
        ups.create(ITEM, item(), open);
        ups.claim(ITEM, THEIRS, open);

        assertEquals(Answered.CONFLICT, ups.claim(ITEM, OURS, open).answer());
        assertEquals(Answered.NOT_ALLOWED, ups.complete(ITEM, OURS, open).answer());
        assertEquals(Answered.NOT_ALLOWED, ups.update(ITEM, OURS, item(), open).answer());
        assertEquals("IN PROGRESS", state());
    }

    @Test
    void whatIsSoAlreadyIsSaidWithAWarning() throws Exception {
        ups.create(ITEM, item(), open);
        ups.claim(ITEM, OURS, open);
        ups.cancel(ITEM, OURS, open);

        UpsOutcome again = ups.cancel(ITEM, OURS, open);

        assertEquals(Answered.DONE_WITH_WARNING, again.answer());
        assertTrue(again.isDone());
        assertEquals(Answered.CONFLICT, ups.complete(ITEM, OURS, open).answer());
    }

    @Test
    void madeTwiceMissingAndDeletedAreToldApart() throws Exception {
        assertEquals(Answered.NOT_FOUND, ups.claim(ITEM, OURS, open).answer());
        assertEquals(Optional.empty(), ups.retrieve(ITEM, open));
        ups.create(ITEM, item(), open);
        assertEquals(Answered.CONFLICT, ups.create(ITEM, item(), open).answer());
        server.delete(ITEM.value());

        assertEquals(Answered.GONE, ups.claim(ITEM, OURS, open).answer());
        assertEquals(Optional.empty(), ups.retrieve(ITEM, open));
    }

    @Test
    void cancellationIsAskedForAndRefusedWhenItIsTooLate() throws Exception {
        ups.create(ITEM, item(), open);

        assertEquals(
                Answered.DONE,
                ups.requestCancellation(ITEM, new Attributes(), open).answer());
        ups.claim(ITEM, OURS, open);
        ups.complete(ITEM, OURS, open);
        assertEquals(
                Answered.CONFLICT,
                ups.requestCancellation(ITEM, new Attributes(), open).answer());
    }

    @Test
    void aSubscriptionSaysWhereItsEventsAre() throws Exception {
        UpsSubscription all = UpsSubscription.toAll("CANDELA", QidoQuery.all().matching(Tag.Modality, "CT"));

        UpsClient.Subscribed subscribed = ups.subscribe(all, open);

        assertTrue(subscribed.outcome().isDone());
        assertEquals(URI.create(web.uri().toString().replace("http:", "ws:") + "/ws/CANDELA"), subscribed.events());
        assertEquals(
                "/dicom-web/workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/CANDELA"
                        + "?deletionlock=false&filter=00080060%3DCT",
                web.asked().get(0).target());
        assertTrue(ups.unsubscribe(all, open).isDone());
    }

    @Test
    void anAnswerOfAnotherKindIsAFailure() throws Exception {
        try (TestWeb broken = TestWeb.serving((reply, asked, number) -> reply.status(500))) {
            UpsClient client = new UpsClient(WebEndpoint.of(broken.uri()), HttpClient.newHttpClient());

            WebException failure = assertThrows(WebException.class, () -> client.claim(ITEM, OURS, open));

            assertEquals(500, failure.status().orElseThrow());
        }
    }

    // [utest->req~net.web.no-patient-data~1]
    @Test
    void whatIsPrintedHoldsNoPatient() {
        UpsSubscription subscription =
                UpsSubscription.toAll("CANDELA", QidoQuery.all().matching(Tag.PatientName, "SECRETNAME"));
        UpsEvent event = new UpsEvent(ITEM, UpsEvent.Kind.ASSIGNED, item());

        assertFalse((subscription + " " + event).contains("SECRET"));
    }
}
