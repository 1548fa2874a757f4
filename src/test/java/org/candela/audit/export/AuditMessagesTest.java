package org.candela.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditTrail.KeptEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

// [utest->req~audit.message~1]
class AuditMessagesTest {
    private static final Instant AT = Instant.parse("2026-11-24T01:30:00.250Z");
    private static final AuditMessages MESSAGES = new AuditMessages(new Station("reading-room", "candela 1.0", 4711));

    private static Document message(AuditAction action, Map<String, String> detail) throws Exception {
        AuditEvent event = new AuditEvent(AT, "signer:doe", action, "study:ab12cd", detail);
        return parsed(MESSAGES.xml(new KeptEvent(17, event, "f".repeat(64))));
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String at(Document message, String path) throws Exception {
        XPath xPath = XPathFactory.newInstance().newXPath();
        return xPath.evaluate(path, message);
    }

    /** Codes and letters of PS3.15 A.5.2 and PS3.16 CID 400, from the tables. */
    @ParameterizedTest
    @CsvSource({
        "APPLICATION_STARTED, 110100, E, Application Activity, 110120",
        "INSTANCES_ACCESSED, 110103, R, DICOM Instances Accessed, INSTANCES_ACCESSED",
        "INSTANCES_TRANSFERRED, 110104, C, DICOM Instances Transferred, INSTANCES_TRANSFERRED",
        "STUDY_DELETED, 110105, D, DICOM Study Deleted, STUDY_DELETED",
        "REPORT_SENT, 110106, R, Export, REPORT_SENT",
        "REPORT_SIGNED, 110111, C, Procedure Record, REPORT_SIGNED",
        "DISPLAY_CALIBRATED, 110113, U, Security Alert, 110130",
        "USER_AUTHENTICATED, 110114, E, User Authentication, USER_AUTHENTICATED"
    })
    void eventsHaveTheCodesOfTheStandard(AuditAction action, String id, String letter, String meaning, String type)
            throws Exception {
        Document message = message(action, Map.of());

        String identification = "/AuditMessage/EventIdentification";
        assertEquals(id, at(message, identification + "/EventID/@csd-code"));
        assertEquals("DCM", at(message, identification + "/EventID/@codeSystemName"));
        assertEquals(meaning, at(message, identification + "/EventID/@originalText"));
        assertEquals(letter, at(message, identification + "/@EventActionCode"));
        assertEquals("0", at(message, identification + "/@EventOutcomeIndicator"));
        assertEquals(AT, Instant.parse(at(message, identification + "/@EventDateTime")));
        assertEquals(type, at(message, identification + "/EventTypeCode/@csd-code"));
    }

    /** The order of elements and what must be there, as the schema of PS3.15 A.5.1 has it. */
    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void eachMessageHasThePartsThatTheSchemaAsksForInItsOrder(AuditAction action) throws Exception {
        Document message = message(action, Map.of("facility", "north", "words", "ä < \"b\" & \n c"));

        NodeList children = (NodeList)
                XPathFactory.newInstance().newXPath().evaluate("/AuditMessage/*", message, XPathConstants.NODESET);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            names.append(child.getNodeName()).append(' ');
        }
        assertEquals(
                "EventIdentification ActiveParticipant ActiveParticipant AuditSourceIdentification"
                        + " ParticipantObjectIdentification ",
                names.toString());
        assertEquals("signer:doe", at(message, "/AuditMessage/ActiveParticipant[1]/@UserID"));
        assertEquals("true", at(message, "/AuditMessage/ActiveParticipant[1]/@UserIsRequestor"));
        assertEquals("candela 1.0", at(message, "/AuditMessage/ActiveParticipant[2]/@UserID"));
        assertEquals("4711", at(message, "/AuditMessage/ActiveParticipant[2]/@AlternativeUserID"));
        assertEquals("110150", at(message, "/AuditMessage/ActiveParticipant[2]/RoleIDCode/@csd-code"));
        assertEquals("1", at(message, "/AuditMessage/ActiveParticipant[2]/@NetworkAccessPointTypeCode"));
        assertEquals("reading-room", at(message, "/AuditMessage/AuditSourceIdentification/@AuditSourceID"));
        assertEquals("1", at(message, "/AuditMessage/AuditSourceIdentification/AuditSourceTypeCode/@csd-code"));
        assertEquals(details("north", "ä < \"b\" & \n c"), details(message));
    }

    private static Map<String, String> details(String facility, String words) {
        return new TreeMap<>(
                Map.of("audit-hash", "f".repeat(64), "audit-sequence", "17", "facility", facility, "words", words));
    }

    private static Map<String, String> details(Document message) throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/AuditMessage/ParticipantObjectIdentification/ParticipantObjectDetail",
                        message,
                        XPathConstants.NODESET);
        Map<String, String> details = new TreeMap<>();
        for (int i = 0; i < found.getLength(); i++) {
            var attributes = found.item(i).getAttributes();
            byte[] value =
                    Base64.getDecoder().decode(attributes.getNamedItem("value").getNodeValue());
            details.put(attributes.getNamedItem("type").getNodeValue(), new String(value, StandardCharsets.UTF_8));
        }
        return details;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 4", "8, 8", "12, 12"})
    void aFailureIsToldAsOne(String kept, String told) throws Exception {
        Document message = message(AuditAction.USER_AUTHENTICATED, Map.of("outcome", kept));

        assertEquals(told, at(message, "/AuditMessage/EventIdentification/@EventOutcomeIndicator"));
    }

    @Test
    void aFrameOfSyslogIsAsTheRequestsForCommentsHaveIt() {
        byte[] frame = Syslog.frame(new Station("reading room ß", "candela 1.0", 4711), AT, "<ä/>");

        byte[] text = "<85>1 2026-11-24T01:30:00.250Z reading_room__ candela_1.0 4711 DICOM+RFC3881 - \uFEFF<ä/>"
                .getBytes(StandardCharsets.UTF_8);
        String head = text.length + " ";
        assertEquals(head, new String(frame, 0, head.length(), StandardCharsets.US_ASCII));
        assertTrue(Arrays.equals(text, Arrays.copyOfRange(frame, head.length(), frame.length)));
        String xml = MESSAGES.xml(new KeptEvent(1, AuditEvent.of(AT, "a", AuditAction.EXPORTED, "s"), "0".repeat(64)));
        assertFalse(xml.contains("\n"), xml);
    }
}
