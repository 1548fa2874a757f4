package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.displayqa.ledger.Said;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela qa room}: enters how much light of the room a screen reflects. Without it that is not assessed. */
// [impl->req~displayqa.room-light~1]
@Command(
        name = "room",
        description = {
            "Enters the light of the room that the screens reflect towards the reader.",
            "Measure it from the reading position with a telescopic meter, the room as it is for reading, the",
            "screen off. A meter that lies on the screen cannot see it."
        },
        mixinStandardHelpOptions = true)
final class QaRoom implements Callable<Integer> {
    private final QaDesk desk;

    @Option(
            names = "--ambient",
            required = true,
            paramLabel = "CDM2",
            description = "Luminance of the switched-off screen, cd/m².")
    private double ambient;

    @Mixin
    private final Output output = new Output();

    QaRoom(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Luminance light = light();
        desk.onLedger(ledger -> {
            ledger.provideRoomLight(light, new Said(desk.clock().instant(), "command line"));
            return true;
        });
        output.print(
                JsonNodeFactory.instance.objectNode().put("ambientCdPerM2", light.cdPerM2()),
                String.format(Locale.ROOT, "Room light of %.4g cd/m² is part of every run from now on.", ambient));
        return 0;
    }

    private Luminance light() throws CandelaException {
        try {
            return new Luminance(ambient);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-ambient", "--ambient: " + e.getMessage(), e);
        }
    }
}
