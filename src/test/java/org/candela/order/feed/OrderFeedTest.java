package org.candela.order.feed;

import static org.candela.order.feed.FeedDesk.NORTH;
import static org.candela.order.feed.FeedDesk.codeOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.message.FacilityMessage;
import org.candela.order.Order;
import org.candela.order.OrderStatus;
import org.candela.study.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~order.feed~1]
class OrderFeedTest {
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    @TempDir
    private Path folder;

    private FeedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new FeedDesk(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private static byte[] golden(String name) throws Exception {
        try (InputStream file = OrderFeedTest.class.getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
        }
    }

    private Order only(String number) throws Exception {
        List<Order> history = desk.orders.history(NORTH, number);
        return history.get(history.size() - 1);
    }

    @Test
    void anOrmMessageIsReadFieldByField() throws Exception {
        assertEquals("AA", codeOf(desk.send(golden("orm-o01.hl7"))));

        Order order = only("AC99");
        assertEquals(
                new Order.Numbers("PL55^HIS", "FI77^RIS", "AC99", "", Optional.of(new Uid("1.2.840.99.1"))),
                order.numbers());
        assertEquals(
                new Order.Request("S", "CT", "71260", "CT chest with contrast", "Fall from ladder"), order.request());
        assertEquals(
                new Patient("MRN123", "NORTH", "O'HARA^SCARLETT^K^DR^JR", Optional.of(LocalDate.of(1970, 1, 2)), "F"),
                order.subject().patient());
        assertEquals("NM", order.subject().state());
        assertEquals(new Order.Orderer("ORDER^OLGA", "(505) 555-0100"), order.orderer());
        assertEquals(
                Optional.of(Instant.parse("2026-11-29T07:05:00Z")),
                order.times().requested());
        assertEquals(OrderStatus.NEW, order.status());
    }

    @Test
    void anOmiMessageOfTwoOrdersBecomesTwo() throws Exception {
        assertEquals("AA", codeOf(desk.send(golden("omi-o23.hl7"))));

        Order first = only("AC1");
        assertEquals(Optional.of(new Uid("1.2.840.99.2")), first.numbers().study());
        assertEquals("RIS", first.numbers().accessionIssuer());
        assertEquals("A", first.request().priorityWord());
        assertEquals("MR", first.request().modality());
        Order second = only("AC2");
        assertEquals(Optional.of(new Uid("1.2.840.99.3")), second.numbers().study());
        assertEquals("R", second.request().priorityWord());
    }

    @Test
    void anOmgMessageChangesWhatItSaysAndLeavesTheRest() throws Exception {
        desk.send(golden("orm-o01.hl7"));
        assertEquals("AA", codeOf(desk.send(golden("omg-o19-change.hl7"))));

        Order order = only("AC99");
        assertEquals(OrderStatus.CHANGED, order.status());
        assertEquals("R", order.request().priorityWord());
        assertEquals("Fall from ladder", order.request().reason());
        assertEquals(2, desk.orders.history(NORTH, "AC99").size());
    }

    @ParameterizedTest
    @CsvSource({"CA,,CANCELLED", "DC,,DISCONTINUED", "XO,,CHANGED", "SC,CM,DONE", "SC,CA,CANCELLED", "SC,IP,CHANGED"})
    void orderControlsTellWhereAnOrderStands(String control, String status, OrderStatus expected) throws Exception {
        desk.send(FeedDesk.order("1", "PL1"));

        String message = FeedDesk.order("2", "PL1")
                .replace("ORC|NW|PL1", "ORC|" + control + "|PL1|||" + (status == null ? "" : status));

        assertEquals("AA", codeOf(desk.send(message)));
        assertEquals(expected, only("PL1").status());
    }

    @Test
    void notesOfAnOrderAreAMessageToTheReaderAndComeOnce() throws Exception {
        desk.send(golden("orm-o01.hl7"));
        desk.send(new String(golden("orm-o01.hl7"), StandardCharsets.UTF_8).replace("MSG0001", "MSG0002"));

        List<FacilityMessage> messages = desk.messages.unread();
        assertEquals(1, messages.size());
        assertEquals(
                "Patient is in room 4\nCall before reading: 505 555 0101",
                messages.get(0).told().text());
        assertTrue(messages.get(0).told().about().isAbout(new Uid("1.2.840.99.1"), ""));
    }

    @Test
    void aDocumentIsAMessageToTheReader() throws Exception {
        assertEquals("AA", codeOf(desk.send(golden("mdm-t02.hl7"))));

        FacilityMessage message = desk.messages.unread().get(0);
        assertEquals(
                "Scanner 2 is down until 06:00.\nSend CT to scanner 1.",
                message.told().text());
        assertEquals("DESK^NIGHT", message.told().sender());
    }

    @Test
    void theSameMessageAgainIsAnsweredAgainAndNotDoneTwice() throws Exception {
        String first = desk.send(FeedDesk.order("1", "PL1"));
        desk.send(FeedDesk.order("2", "PL1").replace("ORC|NW", "ORC|CA"));
        String again = desk.send(FeedDesk.order("1", "PL1"));

        assertEquals(first, again);
        assertEquals(OrderStatus.CANCELLED, only("PL1").status(), "an old message brought a cancelled order back");
    }

    @Test
    void aSenderThatCountsAnewLosesNoOrder() throws Exception {
        desk.send(FeedDesk.order("1", "PL1"));

        assertEquals("AA", codeOf(desk.send(FeedDesk.order("1", "PL2"))));
        assertEquals(1, desk.orders.history(NORTH, "PL2").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8859/1", "UNICODE UTF-8", "8859/15", ""})
    void lettersComeInTheCharacterSetTheMessageNames(String name) throws Exception {
        Charset charset =
                switch (name) {
                    case "8859/1", "" -> StandardCharsets.ISO_8859_1;
                    case "8859/15" -> Charset.forName("ISO-8859-15");
                    default -> StandardCharsets.UTF_8;
                };
        String message = FeedDesk.order("1", "PL1")
                .replace("|P|2.5.1", "|P|2.5.1||||||" + name)
                .replace("MUSTER", "MÜSTER");

        assertEquals("AA", codeOf(desk.send(message.getBytes(charset))));
        assertEquals("MÜSTER^ERIKA", only("PL1").subject().patient().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HIS|NORTH;HIS|SOUTH;AR;no facility here sends as",
                "ORM^O01^ORM_O01;ADT^A08;AR;ADT^A08 are not taken",
                "|1|P|;||P|;AR;MSH-10",
                "|1|P|;|1|T|;AR;only production",
                "ORC|NW|;ORC||;AR;ORC-1",
                "ORC|NW|;ORC|ZZ|;AR;\"ZZ\" is not taken",
                "ORC|NW|PL1;ZZZ|;AR;no ORC segment",
                "PL1;;AR;has no number",
                "|P|2.5.1;|P|2.5.1||||||KLINGON;AR;\"KLINGON\" is not known",
                "MSH|;XSH|;AR;does not begin with MSH"
            })
    void whatIsNotTakenIsSaidInClearWords(String taken, String sent, String code, String words) throws Exception {
        String answer = desk.send(FeedDesk.order("1", "PL1").replace(taken, sent == null ? "" : sent));

        assertEquals(code, codeOf(answer));
        assertTrue(answer.contains(words.replace("^", "^")) || answer.contains(words), answer);
        assertTrue(answer.contains("\rERR|||"), answer);
        assertEquals(List.of(), desk.orders.history(NORTH, "PL1"));
    }

    @Test
    void bytesThatAreNotOfTheirCharacterSetAreRefused() {
        String message = FeedDesk.order("1", "PL1")
                .replace("|P|2.5.1", "|P|2.5.1||||||UNICODE UTF-8")
                .replace("MUSTER", "M\u00DCSTER");

        assertEquals("AR", codeOf(desk.send(message.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void whatCannotBeKeptIsSentAgainLater() throws Exception {
        desk.database.write(tx -> tx.update("DROP TABLE order_message"));

        String answer = desk.send(FeedDesk.order("1", "PL1"));

        assertEquals("AE", codeOf(answer));
        assertEquals(List.of(), desk.orders.history(NORTH, "PL1"), "half of a message was kept");
    }

    @Test
    void inEnhancedModeTheAnswerIsACommit() {
        String message = FeedDesk.order("1", "PL1").replace("|P|2.5.1", "|P|2.5.1|||AL|NE");

        String answer = desk.send(message);

        assertEquals("CA", codeOf(answer));
        assertTrue(answer.startsWith("MSH|^~\\&|CANDELA|HOME|HIS|NORTH|20261129030000+0000||ACK^O01|"), answer);
    }

    @Test
    void anAnswerHoldsNothingOfThePatient() {
        String answer = desk.send(FeedDesk.order("1", "PL1").replace("ORC|NW", "ORC|ZZ"));

        assertFalse(answer.contains("MUSTER") || answer.contains("MRN1"), answer);
    }
}
