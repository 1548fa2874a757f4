package org.candela.facility.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~facility.window~1]
class FacilitiesWindowTest {
    private final Shelf shelf = new Shelf();
    private Stage owner;
    private Stage stage;

    /** Facilities in memory; the key store is locked for the password "locked". */
    private static final class Shelf implements FacilitiesModel.Book {
        private final List<Facility> kept = new ArrayList<>();
        private final List<ServiceEndpoint> services = new ArrayList<>();

        @Override
        public synchronized List<Facility> list() {
            return List.copyOf(kept);
        }

        @Override
        public synchronized List<ServiceEndpoint> services(FacilityId facility) {
            return services.stream()
                    .filter(one -> one.facility().equals(facility))
                    .toList();
        }

        @Override
        public synchronized void save(Facility facility, FacilityEntry.Services told, String secret)
                throws CandelaException {
            if (secret.equals("locked")) {
                throw new CandelaException("vault.locked", "the key store is locked");
            }
            kept.removeIf(one -> one.id().equals(facility.id()));
            kept.add(facility);
            services.removeAll(told.dropped());
            services.addAll(told.saved());
        }

        @Override
        public List<String> test(Facility facility, Cancellation cancellation) {
            return List.of("works   dicomweb  " + facility.dicomWeb() + "  12 ms  3 studies", "FAILS   ups  no answer");
        }
    }

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        shelf.kept.add(Facility.of(new FacilityId("south"), "South General", URI.create("https://south.example/web"))
                .withStates(Set.of("TX")));
        Fx.run(Theme::install);
        owner = Fx.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(new Region(), 1200, 800));
            Theme.dress(window.getScene());
            window.show();
            return window;
        });
        stage = Fx.call(Stage::new);
        FacilitiesModel model = new FacilitiesModel(shelf, Runnable::run, new UiExecutor());
        Fx.run(() -> new FacilitiesWindow(stage, owner, model).open());
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.hide();
            owner.hide();
        });
    }

    private TextField field(String id) {
        return (TextField) stage.getScene().lookup("#facility-" + id);
    }

    private void type(String id, String text) {
        Fx.run(() -> field(id).setText(text));
    }

    private void press(String id) {
        Fx.run(() -> ((Button) stage.getScene().lookup("#facilities-" + id)).fire());
        Fx.settle();
    }

    private String said() {
        return Fx.call(this::words);
    }

    private String words() {
        return ((Label) stage.getScene().lookup("#facilities-said")).getText();
    }

    @Test
    void aFacilityIsEnteredTestedAndKept() throws Exception {
        type("id", "north-clinic");
        type("name", "North Clinic");
        type("address", "https://north.example/dicom-web");
        type("states", "tx, nm");
        press("test");
        assertTrue(said().startsWith("works   dicomweb"), said());
        assertEquals(1, shelf.list().size(), "a test keeps nothing");
        Looks.at(stage.getScene(), "facilities-tested");

        press("save");

        Fx.until("kept", () -> shelf.list().size() == 2);
        assertEquals(Set.of("NM", "TX"), shelf.list().get(1).states());
        Fx.until("told", () -> words().contains("next start"));
    }

    @Test
    void whatIsWrongIsToldAtItsFieldWhichHasTheKeyboard() throws Exception {
        type("id", "north clinic");
        type("address", "https://north.example");
        type("reports", "ris.example");
        press("save");

        Fx.until("the keyboard", () -> field("id").isFocused());
        assertEquals(1, shelf.list().size());
        Looks.at(stage.getScene(), "facilities-wrong");
        type("id", "south");
        type("reports", "");
        press("save");
        assertEquals(1, shelf.list().size(), "the name of another is not taken");
    }

    @Test
    void aFacilityThatIsKeptIsChangedUnderItsName() {
        Fx.run(() -> ((ListView<?>) stage.getScene().lookup("#facilities-list"))
                .getSelectionModel()
                .select(0));
        Fx.until("its fields", () -> field("id").getText().equals("south"));
        assertTrue(Fx.call(() -> field("id").isDisabled()));
        type("name", "South Hospital");
        press("save");

        Fx.until("kept", () -> shelf.list().get(0).name().equals("South Hospital"));
        assertEquals(1, shelf.list().size());
        press("new");
        assertEquals("", Fx.call(() -> field("address").getText()));
        assertFalse(Fx.call(() -> field("id").isDisabled()));
    }

    @Test
    void aPasswordThatCannotBeKeptKeepsNothing() {
        type("id", "north");
        type("address", "https://north.example");
        type("user", "me");
        type("secret", "locked");
        press("save");

        Fx.until("told", () -> words().equals("the key store is locked"));
        assertEquals(1, shelf.list().size());
    }
}
