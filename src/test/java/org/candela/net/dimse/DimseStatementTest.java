package org.candela.net.dimse;

import static org.candela.Statement.constant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.Statement;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;

/** The DIMSE tables of the conformance statement: what the code proposes, accepts, waits for and answers. */
class DimseStatementTest {
    private static final DimseEndpoint PEER = DimseEndpoint.of(URI.create("dicom://PEER@localhost:104"), "CANDELA");
    private static final int STATUSES = 0x10000;

    // [utest->req~net.dimse.statement~1]
    @Test
    void identity() throws Exception {
        UserInformation user = Contexts.verification().request(PEER).user();
        new Statement.Table("what", "value")
                .row("Application Context Name", constant(PduCodec.class, "CONTEXT_NAME"))
                .row("Implementation Class UID", user.implementationClass())
                .row("Implementation Version Name", user.implementationVersion())
                .check("dimse-identity");
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void proposedContexts() throws Exception {
        Map<String, Contexts> operations = new LinkedHashMap<>();
        operations.put("echo", Contexts.verification());
        operations.put("query, worklist, workitems", Contexts.queries());
        operations.put("retrieve by C-MOVE", Contexts.moves());
        operations.put("retrieve by C-GET", Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes()));
        operations.put("normalized services", Contexts.normalized());
        Statement.Table table = new Statement.Table("for", "abstract syntax", "UID", "transfer syntaxes", "our role");
        operations.forEach((operation, contexts) -> rows(operation, contexts.request(PEER), table));
        String sopClass = "1.2.840.10008.5.1.4.1.1.2";
        String jpeg = "1.2.840.10008.1.2.4.70";
        rows(
                "send, for instance",
                Contexts.stores(Map.of(sopClass, Set.of(jpeg))).request(PEER),
                table);
        table.check("dimse-proposed");
    }

    private static void rows(String operation, Pdu.AssociateRequest request, Statement.Table table) {
        int gathered = 0;
        for (Pdu.Proposed offer : request.contexts()) {
            boolean isProvider = request.user().roles().stream()
                    .anyMatch(role -> role.abstractSyntax().equals(offer.abstractSyntax()) && role.isScp());
            if (isProvider) {
                gathered++;
            } else {
                table.row(
                        operation,
                        Statement.name(offer.abstractSyntax()),
                        offer.abstractSyntax(),
                        names(offer.transferSyntaxes()),
                        "SCU");
            }
        }
        if (gathered > 0) {
            Pdu.Proposed last = request.contexts().get(request.contexts().size() - 1);
            table.row(
                    operation,
                    gathered + " storage classes",
                    "those of the table below with C-GET",
                    last.transferSyntaxes().size() + " in this order: " + names(last.transferSyntaxes()),
                    "SCP, by role selection");
        }
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void acceptedContexts() throws Exception {
        Statement.Table table = new Statement.Table("abstract syntax", "UID", "transfer syntaxes", "our role");
        for (String service : List.of(
                Contexts.VERIFICATION,
                Contexts.COMMITMENT,
                Contexts.UPS_EVENT,
                Contexts.MPPS_NOTIFICATION,
                Contexts.STUDY_FIND,
                Contexts.STUDY_MOVE,
                Contexts.STUDY_GET,
                Contexts.WORKLIST,
                Contexts.UPS_PUSH)) {
            List<String> syntaxes = accepted(service);
            if (!syntaxes.isEmpty()) {
                table.row(Statement.name(service), service, names(syntaxes), roleFor(service));
            }
        }
        List<String> ofStorage = accepted(StorageClasses.all().get(0).value());
        for (Uid storage : StorageClasses.all()) {
            assertEquals(ofStorage, accepted(storage.value()), storage.value());
        }
        assertEquals(ofStorage, accepted("1.2.840.10008.5.1.4.1.1.999.1"));
        table.row("any storage class, named below or not", "1.2.840.10008.5.1.4.1.1.*", names(ofStorage), "SCP");
        table.check("dimse-accepted");
    }

    private static List<String> accepted(String service) {
        List<Pdu.Proposed> offers = new ArrayList<>();
        Stream<String> known = TransferSyntax.all().stream()
                .map(syntax -> syntax.uid().value())
                .sorted();
        known.forEach(syntax -> offers.add(new Pdu.Proposed(offers.size() * 2 + 1, service, List.of(syntax))));
        Pdu.AssociateAccept answer =
                Acceptance.of(new Pdu.AssociateRequest("CANDELA", "PEER", offers, UserInformation.NONE));
        return answer.contexts().stream()
                .filter(context -> context.result() == 0)
                .map(Pdu.Answered::transferSyntax)
                .toList();
    }

    /** The role left to us when the peer proposes both. */
    private static String roleFor(String service) {
        UserInformation both = new UserInformation(
                0,
                "1.2.3",
                "",
                UserInformation.Window.SYNCHRONOUS,
                List.of(new UserInformation.Role(service, true, true)),
                List.of());
        Pdu.Proposed offer = new Pdu.Proposed(1, service, Contexts.UNCOMPRESSED);
        UserInformation.Role role = Acceptance.of(new Pdu.AssociateRequest("CANDELA", "PEER", List.of(offer), both))
                .user()
                .roles()
                .get(0);
        return role.isScp() ? "SCU, who is called back" : "SCP";
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void storageClasses() throws Exception {
        Set<String> negotiated =
                Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes()).request(PEER).contexts().stream()
                        .map(Pdu.Proposed::abstractSyntax)
                        .collect(Collectors.toSet());
        Statement.Table table = new Statement.Table("SOP class", "UID", "C-GET");
        for (Uid storage : StorageClasses.all()) {
            table.row(
                    Statement.name(storage.value()),
                    storage,
                    negotiated.contains(storage.value()) ? "yes" : "beyond the contexts of one association");
        }
        table.check("dimse-storage");
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void limits() throws Exception {
        UserInformation user = Contexts.verification().request(PEER).user();
        UserInformation many = Acceptance.of(new Pdu.AssociateRequest(
                        "CANDELA", "PEER", List.of(), UserInformation.NONE.within(new UserInformation.Window(0, 0))))
                .user();
        new Statement.Table("what", "value")
                .row("Longest P-DATA-TF received, as requestor and acceptor (bytes)", user.maxLength())
                .row(
                        "Longest P-DATA-TF sent where the peer takes more or any (bytes)",
                        constant(Outgoing.class, "MOST"))
                .row("Longest A-ASSOCIATE-RQ or -AC received (bytes)", PduCodec.MAX_ASSOCIATE)
                .row("Most presentation contexts proposed or read", constant(PduCodec.class, "MAX_CONTEXTS"))
                .row("Longest command set received (bytes)", CommandSet.MAX_BYTES)
                .row("Longest data set held in memory: matches, events, attributes (bytes)", EventAnswer.MAX_BYTES)
                .row(
                        "Operations proposed to be outstanding, invoked and performed, as requestor",
                        user.window().invoked() + " and " + user.window().performed())
                .row(
                        "Operations a peer may have outstanding at our port, of those it asks for",
                        "at most " + many.window().invoked())
                .row(
                        "Wait for a connection, for an answer, for the begin of a PDU, for a write, by default (s)",
                        PEER.timeout().toSeconds())
                .row(
                        "Least progress within that time of a PDU that has begun (bytes)",
                        constant(Wire.class, "LEAST_PROGRESS"))
                .row("Wait for A-RELEASE-RP", constant(UpperLayer.class, "RELEASE_TIMEOUT"))
                .row("ARTIM after A-ABORT, A-ASSOCIATE-RJ and A-RELEASE-RP", constant(UpperLayer.class, "ARTIM_AT_END"))
                .row(
                        "Wait for the end of an operation after C-CANCEL, at most",
                        constant(ServiceUser.class, "TIME_TO_CANCEL"))
                .row(
                        "Connections beyond the associations allowed, to be told so",
                        constant(ServiceProvider.class, "WAITING"))
                .check("dimse-limits");
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void statusesOfPeers() throws Exception {
        Statement.Table table = new Statement.Table("status", "taken as", "what the user is told");
        grouped(DimseStatementTest::meaning).forEach((meaning, codes) -> {
            String[] parts = meaning.split("\t", -1);
            table.row(codes, parts[0], parts[1]);
        });
        table.check("dimse-statuses");
    }

    private static String meaning(int status) {
        if (Exchange.isSuccess(status)) {
            return (status == 0 ? "success" : "success with a warning") + "\t–";
        }
        if (status == 0xFF00 || status == 0xFF01) {
            return "pending (C-FIND, C-GET, C-MOVE), else failure\t" + told(status);
        }
        return (status == 0xFE00 ? "cancelled (C-FIND, C-GET, C-MOVE), else failure\t" : "failure\t") + told(status);
    }

    private static String told(int status) {
        String told = Reasons.status(status);
        return told.substring(0, told.lastIndexOf(" ("));
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void statusesOfWorkitems() throws Exception {
        Statement.Table table = new Statement.Table("status", "what the user is told");
        for (int status = 0xC300; status <= 0xC3FF; status++) {
            String told = Reasons.workitemStatus(status);
            if (!told.equals(Reasons.status(status))) {
                table.row("%04X".formatted(status), told.substring(0, told.lastIndexOf(" (")));
            }
        }
        table.check("dimse-workitem-statuses");
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void statusesWeAnswer() throws Exception {
        new Statement.Table("operation", "status", "when")
                .row("C-ECHO", "0000", "always")
                .row("C-STORE", "0000", "the object is on disk under its UID and was taken over")
                .row("C-STORE", hex(Inbox.class, "OUT_OF_RESOURCES"), "it could not be written, or was not taken over")
                .row("C-STORE", hex(Inbox.class, "CANNOT_UNDERSTAND"), "no data set, or no valid SOP Instance UID")
                .row("C-STORE", hex(Inbox.class, "NO_SUCH_CLASS"), "the SOP class is not that of the context")
                .row("N-EVENT-REPORT", "0000", "the event was taken")
                .row("N-EVENT-REPORT", hex(EventAnswer.class, "PROCESSING_FAILURE"), "it was not taken")
                .row("N-EVENT-REPORT", hex(EventAnswer.class, "INVALID_INSTANCE"), "no valid SOP class or instance UID")
                .row(
                        "any other request",
                        "%04X".formatted(CommandSet.UNRECOGNIZED_OPERATION),
                        "always; the association goes on")
                .check("dimse-answers");
    }

    private static String hex(Class<?> owner, String name) throws ReflectiveOperationException {
        return "%04X".formatted((Integer) constant(owner, name));
    }

    // [utest->req~net.dimse.statement~1]
    @Test
    void rejections() throws Exception {
        Statement.Table table = new Statement.Table("source", "reason", "what the user is told");
        for (int source = 1; source <= 3; source++) {
            for (int reason = 1; reason <= 10; reason++) {
                String told = Reasons.rejection(new Pdu.AssociateReject(1, source, reason));
                if (!told.contains("gave no reason")) {
                    table.row(source, reason, told);
                }
            }
        }
        table.row("any other", "", "refused the association: it gave no reason, with source and reason");
        table.check("dimse-rejections");
    }

    private static String names(List<String> syntaxes) {
        return syntaxes.stream()
                .map(uid -> TransferSyntax.of(new Uid(uid)).name() + " (" + uid + ")")
                .collect(Collectors.joining("<br>"));
    }

    /** All statuses by what is made of them, as ranges, in the order of their first. */
    private static Map<String, String> grouped(IntFunction<String> meaning) {
        Map<String, List<int[]>> ranges = new LinkedHashMap<>();
        for (int status = 0; status < STATUSES; status++) {
            List<int[]> own = ranges.computeIfAbsent(meaning.apply(status), any -> new ArrayList<>());
            int[] last = own.isEmpty() ? new int[] {-2, -2} : own.get(own.size() - 1);
            if (last[1] == status - 1) {
                last[1] = status;
            } else {
                own.add(new int[] {status, status});
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        ranges.forEach((text, own) -> texts.put(
                text,
                own.size() > 12
                        ? "any other"
                        : own.stream().map(DimseStatementTest::range).collect(Collectors.joining(", "))));
        return texts;
    }

    private static String range(int... range) {
        return range[0] == range[1] ? "%04X".formatted(range[0]) : "%04X–%04X".formatted(range[0], range[1]);
    }
}
