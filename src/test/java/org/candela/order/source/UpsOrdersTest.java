package org.candela.order.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.net.web.UpsClient;
import org.candela.net.web.UpsTestServer;
import org.candela.net.web.WebEndpoint;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.candela.order.OrderStatus;
import org.candela.study.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~order.asked~1]
class UpsOrdersTest {
    private static final FacilityId NORTH = new FacilityId("north");
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final Uid WORKITEM = new Uid("1.2.3.1");

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestWeb web;

    @SuppressWarnings("NullAway.Init") // set before each test
    private UpsClient client;

    @BeforeEach
    void serve() throws Exception {
        web = TestWeb.serving(new UpsTestServer());
        client = new UpsClient(WebEndpoint.of(web.uri()), HttpClient.newHttpClient());
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static Attributes workitem() {
        Attributes request = new Attributes()
                .set(Tag.AccessionNumber, VR.SH, "AC1")
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.4.9")
                .set(OrderTags.PLACER_NUMBER, VR.LO, "PL1")
                .set(OrderTags.FILLER_NUMBER, VR.LO, "FI1")
                .set(OrderTags.REQUESTING_PHYSICIAN, VR.PN, "ORDER^OLGA")
                .set(Tag.RequestedProcedureDescription, VR.LO, "CT head")
                .set(OrderTags.REASON, VR.LO, "Fall");
        return new Attributes()
                .set(Tag.SOPInstanceUID, VR.UI, WORKITEM.value())
                .set(Tag.PatientName, VR.PN, "MUSTER^ERIKA")
                .set(Tag.PatientID, VR.LO, "MRN1")
                .set(Tag.IssuerOfPatientID, VR.LO, "NORTH")
                .set(Tag.PatientBirthDate, VR.DA, "19700102")
                .set(Tag.PatientSex, VR.CS, "F")
                .set(Tag.RegionOfResidence, VR.LO, "NM")
                .set(OrderTags.WORKITEM_PRIORITY, VR.CS, "HIGH")
                .set(OrderTags.WORKITEM_LABEL, VR.LO, "Read CT")
                .set(OrderTags.WORKITEM_START, VR.DT, "20261128200000-0700")
                .set(OrderTags.EXPECTED_COMPLETION, VR.DT, "20261128203000-0700")
                .setItems(
                        OrderTags.INPUT_INFORMATION,
                        List.of(new Attributes().set(Tag.StudyInstanceUID, VR.UI, "1.2.4.1")))
                .setItems(
                        OrderTags.PERFORMERS,
                        List.of(new Attributes().set(OrderTags.PERFORMER_NAME, VR.PN, "READER^RUTH")))
                .setItems(OrderTags.REFERENCED_REQUEST, List.of(request));
    }

    private List<Order> asked() throws Exception {
        return new UpsOrders(NORTH, client, Clock.fixed(NOW, ZoneOffset.UTC)).ask(new Cancellation());
    }

    @Test
    void aWorkitemIsAnOrderWithDeadlineAndPerformers() throws Exception {
        client.create(WORKITEM, workitem(), new Cancellation());

        assertEquals(
                List.of(new Order(
                        NORTH,
                        OrderSource.WORKITEM,
                        new Order.Numbers("PL1", "FI1", "AC1", "", Optional.of(new Uid("1.2.4.1"))),
                        new Order.Request("HIGH", "", "", "CT head", "Fall"),
                        new Order.Subject(
                                new Patient(
                                        "MRN1", "NORTH", "MUSTER^ERIKA", Optional.of(LocalDate.of(1970, 1, 2)), "F"),
                                "NM"),
                        new Order.Orderer("ORDER^OLGA", ""),
                        new Order.Times(Optional.of(NOW), Optional.of(Instant.parse("2026-11-29T03:30:00Z")), NOW),
                        OrderStatus.NEW,
                        new Order.Step(Optional.of(WORKITEM), "SCHEDULED", List.of("READER^RUTH")))),
                asked());
    }

    @Test
    void itsStateIsThatOfTheWorkitem() throws Exception {
        Uid transaction = new Uid("2.25.77");
        client.create(WORKITEM, workitem(), new Cancellation());
        client.claim(WORKITEM, transaction, new Cancellation());
        assertEquals("IN PROGRESS", asked().get(0).step().state());
        assertEquals(OrderStatus.CHANGED, asked().get(0).status());

        client.cancel(WORKITEM, transaction, new Cancellation());

        assertEquals("CANCELED", asked().get(0).step().state());
        assertEquals(OrderStatus.WITHDRAWN, asked().get(0).status(), "a step given back took its study off the list");
    }

    @Test
    void aTimeWithoutAZoneIsNoMoment() throws Exception {
        client.create(
                WORKITEM, workitem().set(OrderTags.EXPECTED_COMPLETION, VR.DT, "20261128203000"), new Cancellation());
        assertEquals(Optional.empty(), asked().get(0).times().deadline());

        client.create(
                new Uid("1.2.3.2"),
                workitem()
                        .set(Tag.SOPInstanceUID, VR.UI, "1.2.3.2")
                        .set(Tag.TimezoneOffsetFromUTC, VR.SH, "-0700")
                        .set(OrderTags.EXPECTED_COMPLETION, VR.DT, "20261128203000"),
                new Cancellation());
        assertTrue(asked().stream()
                .anyMatch(
                        order -> order.times().deadline().equals(Optional.of(Instant.parse("2026-11-29T03:30:00Z")))));
    }
}
