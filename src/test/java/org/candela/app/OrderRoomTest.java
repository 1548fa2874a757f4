package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.TestWeb;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomJson;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.facility.ServiceEndpoint;
import org.candela.message.ui.MessagesView;
import org.candela.net.mllp.MllpSender;
import org.candela.net.mllp.MllpServer;
import org.candela.net.web.UpsClient;
import org.candela.net.web.UpsTestServer;
import org.candela.net.web.WebEndpoint;
import org.candela.order.OrderSource;
import org.candela.shell.CommandBus;
import org.candela.shell.ErrorPresenter;
import org.candela.shell.ScreenRole;
import org.candela.shell.ScreenShots;
import org.candela.store.Database;
import org.candela.ui.UiExecutor;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.WorklistView;
import org.candela.worklist.ui.WorklistViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One facility that tells of a study by three ways: its list, its workitems, its HL7 feed. */
// [utest->req~app.orders~1]
// [utest->req~message.seen~1]
class OrderRoomTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final FacilityId NORTH = new FacilityId("north");
    private static final Uid STUDY = new Uid("1.2.840.99.1");
    private static final Uid AWAITED = new Uid("1.2.840.99.7");

    @TempDir
    private Path home;

    private final Shutdown shutdown = new Shutdown(Duration.ofSeconds(10));
    private final UpsTestServer workitems = new UpsTestServer();

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestWeb web;

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @SuppressWarnings("NullAway.Init") // set before each test
    private OrderRoom room;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Executors executors;

    private boolean isUpsDead;

    @BeforeEach
    void open() throws Exception {
        web = TestWeb.serving(this::answer);
        AppPaths paths = AppPaths.under(home);
        try (Database database = Database.open(paths.database(), CLOCK)) {
            Facilities facilities = new Facilities(database, new AuditLog(), CLOCK);
            facilities.add(Facility.of(NORTH, "North", web.uri()).withStates(Set.of("TX")));
            facilities.saveService(ServiceEndpoint.of(NORTH, "ups", web.uri().toString()));
            facilities.saveService(ServiceEndpoint.of(NORTH, "orders", "HIS|NORTH"));
        }
        executors = new Executors();
        house = House.open(new Config(paths, "", true, Places.NONE, "reader-1", 30, 0), CLOCK, executors);
        shutdown.closing("database", house.base().database());
        shutdown.closing("executors", executors);
        room = OrderRoom.of(house, executors);
    }

    @AfterEach
    void close() {
        shutdown.close();
        web.close();
    }

    private void answer(TestWeb.Reply reply, TestWeb.Asked asked, int number) throws IOException {
        if (asked.target().contains("/workitems")) {
            if (isUpsDead) {
                reply.status(500);
            } else {
                workitems.answer(reply, asked, number);
            }
            return;
        }
        boolean isFirstPage =
                asked.target().contains("offset=0") || !asked.target().contains("offset=");
        Attributes study = new Attributes()
                .set(Tag.StudyInstanceUID, VR.UI, STUDY.value())
                .set(Tag.StudyDate, VR.DA, "20261128")
                .set(Tag.AccessionNumber, VR.SH, "AC99")
                .set(Tag.PatientName, VR.PN, "MUSTER^ERIKA")
                .set(Tag.PatientID, VR.LO, "MRN123")
                .set(Tag.StudyDescription, VR.LO, "CT CHEST W/CONTRAST")
                .set(Tag.ModalitiesInStudy, VR.CS, "CT");
        reply.json(isFirstPage ? "[" + DicomJson.toJson(study) + "]" : "[]");
    }

    private void schedule(Instant deadline) throws Exception {
        String until = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'")
                .withZone(ZoneOffset.UTC)
                .format(deadline);
        Attributes workitem = new Attributes()
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3.1")
                .set(Tag.PatientID, VR.LO, "MRN123")
                .set(0x00741200, VR.CS, "MEDIUM")
                .set(0x00404011, VR.DT, until)
                .setItems(0x00404034, List.of(new Attributes().set(0x00404037, VR.PN, "READER^RUTH")))
                .setItems(0x00404021, List.of(new Attributes().set(Tag.StudyInstanceUID, VR.UI, STUDY.value())));
        new UpsClient(WebEndpoint.of(web.uri()), HttpClient.newHttpClient())
                .create(new Uid("1.2.3.1"), workitem, new Cancellation());
    }

    /** An order and its note, then one whose images are not here. */
    private void sendOrders() throws Exception {
        try (MllpServer server = room.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                MllpSender sender = new MllpSender(server.address())) {
            String first = String.join(
                    "\r",
                    "MSH|^~\\&|HIS|NORTH|CANDELA|HOME|20261129000500-0700||ORM^O01^ORM_O01|M1|P|2.3.1",
                    "PID|1||MRN123^^^^MR||MUSTER^ERIKA||19700102|F|||1 Mill Rd^^Santa Fe^NM^87501^^H",
                    "ORC|NW|PL55||||||||||99^ORDER^OLGA||(505) 555-0100",
                    "OBR|1|PL55||71260^CT chest^L||||||||||||||AC99||||||CT|||^^^^^S||||^Fall from ladder",
                    "NTE|1||Call the ward before reading: 505 555 0101",
                    "ZDS|" + STUDY,
                    "");
            String second = first.replace("|M1|", "|M2|")
                    .replace("PL55", "PL56")
                    .replace("AC99", "AC100")
                    .replace("CT chest", "CT head")
                    .replace("NTE|1||Call the ward before reading: 505 555 0101\r", "")
                    .replace(STUDY.value(), AWAITED.value());
            assertTrue(sender.exchange(first).contains("MSA|AA|M1"));
            assertTrue(sender.exchange(second).contains("MSA|AA|M2"));
        }
    }

    private List<ReadingItem> list() throws Exception {
        room.askOnce();
        house.worklist()
                .refresh(LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).minusDays(30), new Cancellation())
                .get(30, TimeUnit.SECONDS);
        return house.worklist().snapshot().items();
    }

    @Test
    void oneRowHasTheFactsOfAllWays() throws Exception {
        Instant deadline = CLOCK.instant().plus(Duration.ofMinutes(40)).truncatedTo(ChronoUnit.SECONDS);
        schedule(deadline);
        sendOrders();

        List<ReadingItem> rows = list();

        assertEquals(2, rows.size());
        ReadingItem row = rows.get(0);
        assertEquals(STUDY, row.study().uid());
        assertEquals("CT CHEST W/CONTRAST", row.study().identity().description());
        assertEquals(ReadingPriority.STAT, row.urgency().priority());
        assertEquals(deadline, row.urgency().deadline());
        assertEquals("NM", row.study().place().residence());
        assertEquals("Fall from ladder", row.order().reason());
        assertEquals("(505) 555-0100", row.order().orderer().phone());
        assertEquals(List.of("READER^RUTH"), row.order().performers());
        assertEquals(
                List.of(OrderSource.WORKITEM, OrderSource.MESSAGE), row.order().sources());
        assertEquals(
                List.of("priorities differ: STAT (order message), URGENT (workitem); the more urgent counts"),
                row.order().conflicts());
        assertEquals(AWAITED, rows.get(1).study().uid());
        assertEquals(ReadingState.NEW, rows.get(1).state());
    }

    @Test
    void aDeadWayToOrdersLeavesTheListAsItWasAndItsAgeIsTold() throws Exception {
        schedule(CLOCK.instant().plus(Duration.ofMinutes(40)));
        assertEquals(1, list().size());
        isUpsDead = true;

        List<ReadingItem> rows = list();

        assertEquals(ReadingPriority.URGENT, rows.get(0).urgency().priority());
        Optional<String> trouble = house.worklist().snapshot().health().get(0).failure();
        assertTrue(
                trouble.orElse("").startsWith("orders may be old: the workitem last answered 0 min ago"),
                trouble.toString());
    }

    @Test
    void theListTellsOfUnreadMessagesAndKeysOpenThem() throws Exception {
        Fx.start();
        schedule(CLOCK.instant().plus(Duration.ofMinutes(40)));
        sendOrders();
        assertEquals(2, list().size());
        UiExecutor ui = new UiExecutor();
        ErrorPresenter errors = new ErrorPresenter(problem -> {});
        CommandBus bus = new CommandBus(new EditHistory(), errors);
        room.begin(errors);
        WorklistViewModel model =
                new WorklistViewModel(house.worklist(), new WorklistViewModel.Threads(executors.io(), ui), CLOCK, 30);
        Stage stage = Fx.call(() -> {
            Node view = room.over(new WorklistView(model, row -> {}), bus, "reader-1");
            Stage window = new Stage();
            window.setScene(new Scene((MessagesView) view, 1180, 520));
            window.show();
            var unused = model.reload();
            return window;
        });
        try {
            Fx.until("the count on the row", () -> model.rows().stream()
                    .anyMatch(row -> row.description().startsWith("1 message · ")));
            Label count = (Label) stage.getScene().lookup("#messages-unread");
            Fx.until("the count above the list", () -> count.getText().startsWith("1 unread message"));
            shoot(stage, "list-with-orders");

            Fx.run(() -> ((MessagesView) stage.getScene().getRoot()).toggle());
            Fx.run(() -> press(stage, KeyCode.ENTER));
            TextInputControl text = (TextInputControl) stage.getScene().lookup("#messages-text");
            Fx.until("the words", () -> text.getText().startsWith("Call the ward before reading"));
            Fx.until("nothing unread", () -> !count.getParent().isVisible());
            shoot(stage, "message-open");
            Fx.run(() -> press(stage, KeyCode.ESCAPE));
            Fx.until(
                    "the list again", () -> stage.getScene().lookup("#worklist").isVisible());
            Fx.until("no count on the row", () -> model.rows().stream()
                    .noneMatch(row -> row.description().contains("message")));
        } finally {
            Fx.run(stage::close);
        }
    }

    private static void press(Stage stage, KeyCode code) {
        Node target = stage.getScene().getFocusOwner() == null
                ? stage.getScene().getRoot()
                : stage.getScene().getFocusOwner();
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /** Pictures for people: {@code -Dcandela.shots=DIR}. */
    private static void shoot(Stage stage, String name) throws Exception {
        String target = System.getProperty("candela.shots", "");
        if (!target.isEmpty()) {
            Fx.settle();
            ScreenShots.Shot shot = Fx.call(
                    () -> new ScreenShots.Shot(ScreenRole.WORK, stage.getScene().snapshot(null)));
            shot.write(Path.of(target), name);
        }
    }
}
