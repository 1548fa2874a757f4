package org.candela.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The macros that come with the program, read once. */
final class ShippedMacros {
    static final List<Macro> ALL = read();

    private ShippedMacros() {}

    private static List<Macro> read() {
        try (InputStream in = ShippedMacros.class.getResourceAsStream("shipped/macros.txt")) {
            if (in == null) {
                throw new IllegalStateException("the shipped macros are missing from the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.copyOf(MacroText.read("macros.txt", text, Holder.PROGRAM));
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("the shipped macros cannot be read", e);
        }
    }
}
