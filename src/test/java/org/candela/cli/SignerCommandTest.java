package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.candela.report.Signer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

// [utest->req~cli.signer~1]
class SignerCommandTest {
    private final List<Signer> enrolled = new ArrayList<>();
    private final List<String> pins = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String typed, String... args) {
        CommandLine command = Candela.commandLine(() -> 0, List.of(new SignerCommand((signer, pin) -> {
            enrolled.add(signer);
            pins.add(new String(pin));
        })));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return command.setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(args);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void thePinIsAskedForAndPrintedNowhere() {
        int exit = run("9182\n", "signer", "--id", "1234567893", "--family", "READER", "--given", "ONE", "--pin");

        assertEquals(0, exit, err.toString());
        assertEquals(List.of(new Signer("1234567893", "READER", "ONE")), enrolled);
        assertEquals(List.of("9182"), pins);
        assertTrue(out.toString().contains("ONE READER (1234567893) signs here."), out.toString());
        assertFalse((out.toString() + err).contains("9182"));
    }

    @Test
    void aPinOfThreeCharactersIsRefused() {
        int exit = run("123\n", "signer", "--id", "1", "--family", "READER", "--pin");

        assertEquals(2, exit);
        assertTrue(enrolled.isEmpty());
        assertTrue(err.toString().contains("a PIN of at least 4 characters"), err.toString());
    }
}
