package org.candela.displayqa.ui;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.PassingFolder;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The page of displays over a simulated desk of its own, which has looked which displays there are. */
@SuppressWarnings("NullAway.Init") // set before each test
final class FreshPage implements BeforeEachCallback, AfterEachCallback {
    private PassingFolder folder;
    private SimulatedDesk desk;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, CandelaException {
        folder = PassingFolder.make();
        desk = new SimulatedDesk(folder());
        desk.model.refresh().join();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        desk.close();
        folder.close();
    }

    /** Goes away after the test. */
    Path folder() {
        return folder.path();
    }

    SimulatedDesk desk() {
        return desk;
    }

    DisplayQaViewModel model() {
        return desk.model;
    }
}
