package org.candela.report.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses macros that could not be put in, when they are kept and not first when they are used. */
final class MacroCheck {
    private MacroCheck() {}

    /**
     * What speaks against {@code added}.
     *
     * @param all all macros that would be there
     */
    static Optional<TemplateException> of(List<Macro> all, List<Macro> added) {
        Macros macros = Macros.of(all.stream().map(MacroCheck::unlimited).toList(), StudyKind.of("", ""));
        for (Macro macro : added) {
            try {
                macros.expand(unlimited(macro), new MergeFields(Map.of()));
            } catch (TemplateException e) {
                return Optional.of(e);
            }
        }
        return takenShortcut(all);
    }

    private static Optional<TemplateException> takenShortcut(List<Macro> all) {
        Map<String, String> taken = new HashMap<>();
        for (Macro macro : all) {
            String key = macro.holder() + " " + macro.shortcut();
            String other = macro.shortcut().isEmpty() ? null : taken.putIfAbsent(key, macro.key());
            if (other != null && !other.equals(macro.key())) {
                return Optional.of(new TemplateException(
                        macro.name(),
                        "has the shortcut \"" + macro.shortcut() + "\" of \"" + other + "\"; choose another"));
            }
        }
        return Optional.empty();
    }

    /** What a macro holds must be there whatever the study is. */
    private static Macro unlimited(Macro macro) {
        return new Macro(macro.name(), macro.shortcut(), macro.text(), TemplateUse.ANY, macro.holder());
    }
}
