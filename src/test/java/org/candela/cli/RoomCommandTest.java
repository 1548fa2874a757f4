package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.MovableClock;
import org.candela.readiness.room.Microphone;
import org.candela.readiness.room.Thermometers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RoomCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private double amplitude = 0.001;

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        RoomCommand.Senses senses = new RoomCommand.Senses() {
            @Override
            public Microphone microphone(String name) {
                return hum();
            }

            @Override
            public Thermometers thermometers() {
                return new Thermometers(folder.resolve("hwmon"), folder.resolve("iio"));
            }
        };
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(new RoomCommand(
                        () -> folder.resolve("candela.db"), new MovableClock(), () -> "reader", senses)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private Microphone hum() {
        return new Microphone() {
            private long at;

            @Override
            public String name() {
                return "Desk microphone";
            }

            @Override
            public double sampleRate() {
                return 48_000;
            }

            @Override
            public int read(double[] samples) {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = amplitude * Math.sin(2 * Math.PI * 1000 * at++ / 48_000);
                }
                return samples.length;
            }

            @Override
            public void close() {}
        };
    }

    // [utest->req~cli.room~1]
    @Test
    void aMicrophoneIsComparedWithAMeterAndTellsDecibelsFromThen() {
        assertEquals(Candela.NO, run("room", "noise"));
        assertTrue(out.toString().contains("not calibrated"), out.toString());

        assertEquals(Candela.NO, run("room", "noise", "--calibrate", "55.0", "--meter", "Class 2"));
        assertTrue(out.toString().contains("55.0 dB(A) by Desk microphone"), out.toString());

        amplitude = 0.0001;
        assertEquals(0, run("room", "noise"));
        assertTrue(out.toString().contains("35.0 dB(A) by Desk microphone"), out.toString());
    }

    // [utest->req~cli.room~1]
    @Test
    void aMeterThatIsNotNamedAndAFigureNoRoomHasAreRefused() {
        assertEquals(Candela.BAD_INPUT, run("room", "noise", "--attest", "34.5"));
        assertTrue(err.toString().contains("which meter shows that?"), err.toString());

        assertEquals(Candela.BAD_INPUT, run("room", "temperature", "--celsius", "200"));
        assertEquals("candela: 200.0 °C is no figure of a room", err.toString().strip());
    }

    // [utest->req~cli.room~1]
    @Test
    void aSensorOfTheRoomIsRememberedAndThatOfTheProcessorIsNot() throws Exception {
        Path processor = Files.createDirectories(folder.resolve("hwmon/hwmon0"));
        Files.writeString(processor.resolve("name"), "coretemp\n");
        Files.writeString(processor.resolve("temp1_input"), "41000\n");
        Path stick = Files.createDirectories(folder.resolve("hwmon/hwmon1"));
        Files.writeString(stick.resolve("name"), "sht3x\n");
        Files.writeString(stick.resolve("temp1_input"), "22300\n");

        assertEquals(Candela.BAD_INPUT, run("room", "temperature", "--sensor", "coretemp temp1"));
        assertEquals(0, run("room", "temperature", "--sensor", "sht3x temp1"));
        assertEquals(0, run("room", "temperature"));
        assertTrue(out.toString().contains("22.3 °C by sht3x temp1"), out.toString());
        assertEquals(0, run("room", "temperature", "--list"));
        assertTrue(out.toString().contains("inside the machine, not the room"), out.toString());
    }

    // [utest->req~cli.room~1]
    @Test
    void whatTheReaderSeesIsSaid() {
        assertEquals(Candela.NO, run("room", "window", "bright"));
        assertEquals(0, run("room", "window", "none"));
        assertTrue(out.toString().contains("None that is bright, says reader."), out.toString());
    }
}
